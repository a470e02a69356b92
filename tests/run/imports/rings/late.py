from rings.late_partner import thing

name = "late"
