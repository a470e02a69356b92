import sys, time, math
print(math.erfc(-1), math.erfc(-1.1), math.erfc(-0.9), sys.gettrace(), sys.getprofile(), sys.get_asyncgen_hooks())
log=[]
def first(g): log.append(('first', g.__name__))
def fin(g): log.append(('fin', g.__name__))
sys.set_asyncgen_hooks(firstiter=first, finalizer=fin)
async def ag():
    yield 1
a=ag()
try: a.__anext__().send(None)
except StopIteration: pass
del a
print(log, sys.get_asyncgen_hooks().finalizer is fin)
sys.set_asyncgen_hooks(None, None)
try: sys.set_asyncgen_hooks(firstiter=5)
except TypeError as e: print(e)
print(time.clock_gettime(time.CLOCK_REALTIME) > 1e9, type(time.clock_gettime_ns(1)))
try: time.clock_gettime(12345)
except OSError as e: print(e)
import marshal, io
try: marshal.load(5)
except AttributeError as e: print(e)
f=io.BytesIO(marshal.dumps([1,'a'])+b'rest'); print(marshal.load(f), f.read())
