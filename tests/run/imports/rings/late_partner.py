from rings.late import name

thing = 1
