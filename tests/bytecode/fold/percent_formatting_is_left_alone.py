# str % and bytes % are never folded.
a = "%s" % 1
b = b"%d" % 2
c = 7 % 4
