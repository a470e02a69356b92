# The words of argument errors of functions of native modules: they differ by calling convention.
import itertools
import math

calls = [
    ('math.sqrt()', lambda: math.sqrt()),
    ('math.sqrt(1,2)', lambda: math.sqrt(1,2)),
    ("math.sqrt('a')", lambda: math.sqrt('a')),
    ("math.gcd('a')", lambda: math.gcd('a')),
    ("math.hypot('a')", lambda: math.hypot('a')),
    ('math.hypot(x=1)', lambda: math.hypot(x=1)),
    ('math.log()', lambda: math.log()),
    ('math.log(1,2,3)', lambda: math.log(1,2,3)),
    ("math.log('a')", lambda: math.log('a')),
    ('math.isclose(1)', lambda: math.isclose(1)),
    ('math.isclose(1,2,foo=1)', lambda: math.isclose(1,2,foo=1)),
    ('math.isclose(1,2,3)', lambda: math.isclose(1,2,3)),
    ("math.isclose('a',2)", lambda: math.isclose('a',2)),
    ('math.ldexp(1)', lambda: math.ldexp(1)),
    ("math.ldexp('a',2)", lambda: math.ldexp('a',2)),
    ('math.comb(1)', lambda: math.comb(1)),
    ('math.perm()', lambda: math.perm()),
    ('math.prod()', lambda: math.prod()),
    ('math.prod([],1)', lambda: math.prod([],1)),
    ('math.prod([],foo=1)', lambda: math.prod([],foo=1)),
    ('itertools.count(1,2,3)', lambda: itertools.count(1,2,3)),
    ('itertools.repeat()', lambda: itertools.repeat()),
    ('itertools.islice()', lambda: itertools.islice()),
    ('itertools.chain(x=1)', lambda: itertools.chain(x=1)),
    ('itertools.product(1,foo=1)', lambda: itertools.product(1,foo=1)),
    ('itertools.accumulate()', lambda: itertools.accumulate()),
    ('itertools.accumulate([],foo=1)', lambda: itertools.accumulate([],foo=1)),
    ('itertools.accumulate([],initial=1,func=2,iterable=3)', lambda: itertools.accumulate([],initial=1,func=2,iterable=3)),
    ('math.pow(1)', lambda: math.pow(1)),
    ('math.floor()', lambda: math.floor()),
    ('math.fsum(1,2)', lambda: math.fsum(1,2)),
    ('math.dist(1)', lambda: math.dist(1)),
    ('math.copysign(1)', lambda: math.copysign(1)),
]

for text, call in calls:
    try:
        result = call()
    except Exception as error:
        print(text, "->", type(error).__name__ + ":", error)
    else:
        print(text, "->", type(result).__name__)
