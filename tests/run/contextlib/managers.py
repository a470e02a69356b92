import contextlib, sys, io
from contextlib import *
@contextmanager
def cm(x, swallow=False):
    "doc of cm"
    print('enter', x)
    try:
        yield x
    except ValueError as e:
        print('caught', e)
        if not swallow: raise
    finally:
        print('exit', x)
with cm(1) as v: print(v)
with cm(2, True): raise ValueError('q')
try:
    with cm(3): raise ValueError('w')
except ValueError as e: print('out', e, e.__context__)
try:
    with cm(3): raise KeyError('w')
except KeyError as e: print('out', e)
print(cm.__name__, cm.__doc__, cm(4).__doc__)
@cm(7)
def f(): print('in f'); return 9
print(f(), f())
@contextmanager
def noyield():
    return
    yield
try:
    with noyield(): pass
except RuntimeError as e: print(e)
@contextmanager
def two():
    yield 1
    yield 2
try:
    with two(): pass
except RuntimeError as e: print(e)
@contextmanager
def two():
    try: yield 1
    except: pass
    yield 2
try:
    with two(): 1/0
except RuntimeError as e: print(e, repr(e.__context__))
try:
    with cm(1): raise StopIteration('x')
except StopIteration as e: print(repr(e))
class C:
    def close(self): print('closed')
with closing(C()) as c: print(type(c).__name__)
with suppress(ZeroDivisionError, KeyError): 1/0
with suppress(): pass
s = io.StringIO()
with redirect_stdout(s): print('hidden')
print(repr(s.getvalue()))
with redirect_stderr(s): print('x', file=sys.stderr)
print(repr(s.getvalue()))
with nullcontext(5) as n: print(n)
with ExitStack() as st:
    for i in range(3): st.enter_context(cm(i))
    st.callback(print, 'cb', sep='-')
    @st.callback
    def done(): print('done')
    st.push(lambda *a: print('push', a))
try:
    with ExitStack() as st:
        st.push(lambda *a: print('got', a[0], a[1]))
        st.callback(lambda: 1/0)
        raise ValueError('orig')
except ZeroDivisionError as e: print(repr(e), repr(e.__context__), repr(e.__context__.__context__))
with ExitStack() as st:
    st.push(lambda *a: True)
    raise ValueError('sw')
st = ExitStack(); st.callback(print,'later'); st2 = st.pop_all(); st.close(); print('--'); st2.close()
try: ExitStack().enter_context(5)
except AttributeError as e: print(e)
class AC(AbstractContextManager):
    def __exit__(self, *a): return None
with AC() as a: print(type(a).__name__)
print(isinstance(C(), AbstractContextManager), isinstance(open('/dev/null'), AbstractContextManager))
try: AbstractContextManager()
except TypeError as e: print(e)
@asynccontextmanager
async def acm():
    print('a in')
    try: yield 3
    finally: print('a out')
async def main():
    async with acm() as x: print(x)
    async with AsyncExitStack() as s:
        print(await s.enter_async_context(acm()))
        s.callback(print, 'sync cb')
        async def co(*a): print('async cb', a)
        s.push_async_callback(co, 1)
        s.push_async_exit(co)
    try:
        async with acm(): raise KeyError('k')
    except KeyError as e: print(repr(e))
    async with nullcontext(8) as q: print(q)
try: main().send(None)
except StopIteration: pass
class D(ContextDecorator):
    def __enter__(self): print('De'); return self
    def __exit__(self,*a): print('Dx', a[0])
@D()
def g(a): return a*2
print(g(4), g.__name__)
print(sorted(contextlib.__all__))
