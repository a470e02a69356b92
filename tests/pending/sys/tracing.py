# sys.settrace and sys.setprofile: what a tracer is told of.
import sys

tracer = []
def trace(frame, event, arg):
    tracer.append((event, frame.f_code.co_name))
    return trace
def traced(x):
    y = x + 1
    return y
sys.settrace(trace)
traced(1)
sys.settrace(None)
print(tracer, sys.gettrace())
profiled = []
sys.setprofile(lambda frame, event, arg: profiled.append((event, frame.f_code.co_name)))
traced(2)
len([])
sys.setprofile(None)
print(profiled)
