# A byte order mark.
x = "é"
