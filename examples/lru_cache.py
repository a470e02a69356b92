"""A cache that forgets what has not been used for longest, built by hand and compared with functools.lru_cache."""

from collections import OrderedDict
from functools import lru_cache, wraps


class Node:
    """A link in a ring: each knows its neighbours."""

    __slots__ = ("key", "value", "before", "after")

    def __init__(self, key=None, value=None):
        self.key, self.value = key, value
        self.before = self.after = self

    def unlink(self):
        self.before.after, self.after.before = self.after, self.before

    def link_after(self, other):
        self.before, self.after = other, other.after
        self.after.before = other.after = self


class RingCache:
    """A dict finds the entries, a ring keeps them in the order of their last use."""

    def __init__(self, size):
        self.size = size
        self.nodes = {}
        self.ring = Node()

    def __len__(self):
        return len(self.nodes)

    def __getitem__(self, key):
        node = self.nodes[key]
        node.unlink()
        node.link_after(self.ring)
        return node.value

    def __setitem__(self, key, value):
        if key in self.nodes:
            self[key]
            self.nodes[key].value = value
            return
        if len(self) == self.size:
            oldest = self.ring.before
            oldest.unlink()
            del self.nodes[oldest.key]
        node = self.nodes[key] = Node(key, value)
        node.link_after(self.ring)

    def __contains__(self, key):
        return key in self.nodes

    def __iter__(self):
        """The keys, last used first."""
        node = self.ring.after
        while node is not self.ring:
            yield node.key
            node = node.after


class DictCache(OrderedDict):
    """The same in a few lines: an OrderedDict can move entries."""

    def __init__(self, size):
        super().__init__()
        self.size = size

    def __getitem__(self, key):
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        self.move_to_end(key)
        if len(self) > self.size:
            del self[next(iter(self))]


def remember(cache):
    """A decorator that looks for the answer in `cache` before it calls."""

    def decorate(function):
        @wraps(function)
        def wrapper(*args):
            if args in cache:
                wrapper.hits += 1
                return cache[args]
            wrapper.misses += 1
            result = cache[args] = function(*args)
            return result

        wrapper.hits = wrapper.misses = 0
        return wrapper

    return decorate


def main():
    for cache in (RingCache(3), DictCache(3)):
        for key, value in zip("abc", range(3)):
            cache[key] = value
        cache["a"]
        cache["d"] = 3
        cache["c"] = 9
        order = list(cache) if isinstance(cache, RingCache) else list(reversed(cache))
        print(f"{type(cache).__name__}: {order}", "b" in cache, cache["c"], len(cache))
        try:
            cache["b"]
        except KeyError as error:
            print("  forgotten:", error)

    @remember(RingCache(4))
    def fibonacci(n):
        "The n-th Fibonacci number."
        return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)

    @lru_cache(maxsize=4)
    def same(n):
        return n if n < 2 else same(n - 1) + same(n - 2)

    print(fibonacci.__name__, "-", fibonacci.__doc__)
    print("100th:", fibonacci(100), same(100))
    print(f"ours: hits={fibonacci.hits} misses={fibonacci.misses}")
    print("functools:", same.cache_info())
    same.cache_clear()
    print("cleared:", same.cache_info())
    numbers = [1, 2, 3, 1, 4, 5, 1, 6, 1, 2]
    square = remember(DictCache(2))(lambda n: n * n)
    print([square(n) for n in numbers], square.hits, "of", len(numbers), "remembered")


if __name__ == "__main__":
    main()
