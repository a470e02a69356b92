import traceback, sys, io
def f(n):
    if n: return f(n-1)
    raise ValueError('deep')
def t(fn):
    try: fn()
    except BaseException: print(traceback.format_exc())
t(lambda: f(2)); t(lambda: f(10)); t(lambda: 1/0)
def chain():
    try: 1/0
    except Exception as e: raise KeyError('k') from e
t(chain)
def ctx():
    try: 1/0
    except Exception: raise KeyError('k')
t(ctx)
def none():
    try: 1/0
    except Exception: raise KeyError('k') from None
t(none); t(lambda: compile('x = = 1','<s>','exec')); t(lambda: compile('  x\n y','f','exec')); t(lambda: exec('f(\n1,\n  2 3)'))
class E(Exception):
    def __str__(s): raise ValueError
def un(): raise E('x')
t(un)
class Q:
    class N(Exception): pass
def q(): raise Q.N('a\nb')
t(q)
def e0(): raise ValueError
t(e0); t(lambda: sys.exit(3))
try: f(1)
except ValueError as e:
    tb=e.__traceback__
    for s in traceback.extract_tb(tb): print(s.lineno,s.name,s.line,tuple(s)[1:],s, len(s))
    print(traceback.format_tb(tb)); print(traceback.format_exception_only(e), traceback.format_exception_only(type(e),e)); print(traceback.format_exception(e)==traceback.format_exception(type(e),e,tb)); b=io.StringIO(); traceback.print_exc(file=b); print(b.getvalue()); traceback.print_tb(tb,file=sys.stdout); traceback.print_exception(e,file=sys.stdout,limit=1); print(traceback.format_tb(tb,limit=-1)); te=traceback.TracebackException.from_exception(e); print(str(te), te.exc_type, ''.join(te.format())); traceback.clear_frames(tb); print(traceback.format_exception(type(e), e, None))
def st():
    print([x.name for x in traceback.extract_stack()]); traceback.print_stack(file=sys.stdout)
st()
print(traceback.format_list([('f',1,'n','line'),('g',2,'m',None)]), traceback.format_exc())
traceback.print_exc(file=sys.stdout)
try: traceback.print_exception(ValueError, file=sys.stdout)
except Exception as e: print(type(e))
print(sorted(traceback.__all__))
