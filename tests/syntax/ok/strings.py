# Prefixes, escapes, joining; bytes; lone surrogates.
'a' "b" '''c''' """d"""
'' "" '''''' """"""
r'\n' R"\d" u'é' U"f"
b'a' B"b" rb'\x' Rb"\y" bR'\z'
'a' 'b' "c"
('a'
 'b'  # between
 r'\c')
'a' \
'b'
'\\ \' \" \a\b\f\n\r\t\v \0 \12 \377 \x41 \u00e9 \U0001f600 \N{BULLET} \N{latin small letter e with acute}'
'a\
b'
'''a
b\
c'''
"\ud800" "\udfff" '\ud83d\ude00'
b'\\ \' \" \a\b\f\n\r\t\v \0 \12 \377 \x41'
u'a' 'b'
'a' u'b'
"'" '"' "'\"" '\x00\x7f\x80\xa0\xad\u2028\ue000'
b"'" b'"' b"\x00\x7f\xff"
'é€😀'
