import textwrap
from textwrap import *
s="The quick brown fox jumped over the lazy dog's back-yard fence -- well, it tried. Supercalifragilisticexpialidocious words\tand tabs. Yes! e-mail well-known."
for w in (1,5,10,20,40,70,200):
    print(wrap(s,w)); print(fill(s,w,initial_indent='* ',subsequent_indent='  ') if w>4 else '')
print(wrap(s,10,break_long_words=False), wrap(s,15,break_on_hyphens=False), wrap('',5), wrap('  a  b  ',10,drop_whitespace=False), wrap(s,30,max_lines=2), wrap(s,12,max_lines=1,placeholder='...'), wrap('Hi there.  What? Ok. yes',50,fix_sentence_endings=True), wrap('a\nb\n\nc',10,replace_whitespace=False))
for w in (5,10,20,100): print(shorten('Hello  world, this is it',w) if w>5 else '', shorten('Hello world again',w,placeholder='..'))
def t(f,*a,**k):
    try: print(repr(f(*a,**k)))
    except BaseException as e: print(type(e).__name__, e)
t(wrap,'a',0); t(shorten,'hello world',3); t(wrap,5)
t(dedent,'\n    a\n      b\n    c\n'); t(dedent,'  a\n\tb'); t(dedent,'\t a\n\t b\n   \n'); t(dedent,''); t(dedent,'a\n  b'); t(indent,'a\n\n b\n','> '); t(indent,'a\n\nb','> ',lambda l:True); print(sorted(textwrap.__all__))
