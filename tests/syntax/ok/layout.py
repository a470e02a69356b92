# A form feed starts a line over; blank and comment lines do not indent; backslashes join lines.
if a:
    b

        # deeper comment
# comment at the margin
    c
 
    d = 1 + \
2
  # odd comment
x = \
  1
if a: \
  b
y = 2
if a:
	b
	if c:
		d
		e
z = 3;
def f(): return \
   1
\
w = 4
if b:
  \
  c
  d
