import sys, gc
def g(n):
    for i in range(n):
        r = yield i
        assert r is None
def deleg(n):
    yield 'a'
    yield from g(n)
    yield 'b'
print(list(g(5)), tuple(deleg(3)), sorted(deleg(0)), sum(g(10)), sum(x * 0.5 for x in range(7)), sum((x if x % 3 else x * 1.0) for x in range(9)))
print(sum((1 << 60 for _ in range(5))), sum(((1 << 61) - 1 for _ in range(3)), 5), sum(([i] for i in range(3)), []), sum((True for _ in range(3))))
print(any(x > 3 for x in range(9)), all(x < 3 for x in range(9)), any(None for _ in range(3)), all(() or 1 for _ in range(2)), any([] for _ in range(3)), all([1] for x in range(2)))
it = g(10); print(any(x > 3 for x in it), next(it), list(it))
def bad():
    yield 1
    yield 2
    raise ValueError("x")
for f in (list, tuple, sum, sorted, any, lambda q: "".join(map(str, q))):
    try: print(f(bad()))
    except ValueError as e: print(f.__name__ if f is not None else 0, e, e.__traceback__.tb_next.tb_lineno if e.__traceback__.tb_next else None)
def fr():
    f = sys._getframe()
    yield f.f_lineno
    yield f.f_lineno
    yield f.f_back.f_code.co_name
def caller(): return list(fr())
print(caller())
def nested():
    for i in range(3):
        yield sum(j for j in range(i)) + len([k for k in g(i)])
print(list(nested()), sum(nested()))
def tr():
    for i in range(4):
        try:
            yield i
            if i == 2: raise KeyError(i)
        except KeyError as e: yield str(e)
        finally: yield 'f'
print(list(tr()))
me = None
def selfrun():
    yield 1
    yield list(me)
me = selfrun()
try: list(me)
except ValueError as e: print(e)
class D:
    def __del__(self): print("del", end=" ")
def dd():
    for i in range(3):
        d = D(); yield i; del d
print(list(dd())); print(sum(dd()))
l = [1]
l.extend(len(l) for _ in range(4)); print(l)
def ret():
    yield 1
    return 5
print(list(ret()), sum(ret()), "".join(c for c in "abc"), [*ret()], (*ret(), 2))
def rec(n):
    return sum(rec(n - 1) for _ in range(1)) + 1 if n else 0
print(rec(100))
try: rec(100000)
except RecursionError as e: print("RecursionError")
a, *b = (x for x in range(4)); print(a, b)
def exc_ctx():
    try: raise ValueError(1)
    except ValueError:
        yield sys.exc_info()[0]
        yield sys.exc_info()[0]
print(list(exc_ctx()), sys.exc_info())
try:
    raise TypeError
except TypeError:
    print(list(exc_ctx()), list(sys.exc_info()[0] for _ in range(2)))
gen = g(3); print(list(gen), list(gen), gen.gi_frame, gen.gi_running)
def infi():
    i = 0
    while True: yield i; i += 1
print(any(x == 100000 for x in infi()), sum(min(x, 1) for x in (y for y in range(1000))))
print(sum([1,2,3]), sum([1,2.5,3]), sum([0.5,1,2.5]), sum([1<<60]*5), sum([True,2]), sum([1e308,1e308,-1e308]), sum([-0.0]), sum([],1.5), sum([(1<<53)+1, 0.5]), sum([1,2,3],2.5), sum([1e-300, 1e-300]), sum([0.1]*10), sum([[1],[2]],[]), sum((1,2)), sum([2**61-1, 1]), sum([float('inf'), -float('inf')]))
