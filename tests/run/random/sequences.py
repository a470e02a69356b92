"""random: the sequences that seeds give, in every distribution, the state, and arguments that are refused."""

import random
from random import Random


def show(call, *args, **options):
    """Print what the call gives, or what it raises."""
    try:
        print(call(*args, **options))
    except BaseException as error:
        print(type(error).__name__, error)


# Every function after every kind of seed.
for seed in (0, 1, 42, -5, 10**40, "hello", "", b"abc", bytearray(b"x"), 1.5, True, None, "é" * 200, -2.5):
    random.seed(seed if seed is not None else 7)
    print(seed, [random.random() for _ in range(3)], random.randint(1, 100))
    print(random.randrange(10), random.randrange(5, 50, 7), random.randrange(10, 0, -3))
    print(random.choice("abcdef"), random.choices([1, 2, 3], k=5))
    print(random.choices("abc", [1, 2, 3], k=4))
    print(random.choices("ab", cum_weights=[1, 5], k=3), random.sample(range(100), 5))
    print(random.sample("abcdefgh", 8), random.sample([1, 2], counts=[3, 4], k=4))
    print(random.uniform(1, 5), random.getrandbits(1), random.getrandbits(32))
    print(random.getrandbits(100), random.gauss(0, 1), random.gauss(0, 1))
    print(random.normalvariate(1, 2), random.lognormvariate(0, 1), random.expovariate(2))
    print(random.triangular(), random.triangular(1, 5, 2), random.vonmisesvariate(0, 4))
    print(random.vonmisesvariate(0, 1e-9), random.gammavariate(2, 1))
    print(random.gammavariate(0.5, 1), random.gammavariate(1, 3), random.betavariate(1, 2))
    print(random.paretovariate(3), random.weibullvariate(1, 2), random.randbytes(5))
    shuffled = list(range(20))
    random.shuffle(shuffled)
    print(shuffled)

# The old way to seed, the state, and large ranges.
random.seed("x", version=1)
print(random.random())
generator = Random(5)
state = generator.getstate()
first = generator.random()
generator.setstate(state)
print(first == generator.random(), len(state[1]), state[0], state[2])
random.seed(3)
print(random.sample(range(10**9), 30)[:5], random.randrange(10**30))
print(random.randint(-(10**20), 10**20))

# Arguments that are refused, and some at the border.
show(random.choice, [])
show(random.randrange, 0)
show(random.randrange, 5, 5)
show(random.randint, 5, 1)
show(random.randrange, 1, 10, 0)
show(random.sample, [1], 2)
show(random.sample, {1: 2}, 1)
show(random.choices, [1], [1, 2])
show(random.choices, [], k=1)
show(random.choices, [1, 2], [0, 0])
show(random.choices, [1, 2], 3)
show(random.getrandbits, -1)
show(random.getrandbits, 0)
show(random.randrange, 1, None, 2)
show(random.shuffle, (1, 2, 3))
show(random.sample, [1, 2, 3], -1)
show(random.gammavariate, 0, 1)
show(random.randbytes, -1)


# A generator of one's own.
class Constant(Random):
    def random(self):
        return 0.25


constant = Constant(1)
print(constant.randrange(8), constant.choice("abcd"), constant.random(), constant.shuffle([1, 2]))
print(sorted(random.__all__))

# A long run.
random.seed(12345)
print(sum(random.random() for _ in range(100000)))
