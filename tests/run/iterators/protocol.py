# iter and next, with one and two arguments; StopIteration; iterators that are not.
class Count:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration("finished", self.n)
        self.n -= 1
        return self.n


print(list(Count(3)), next(Count(5)), next(Count(0), "default"), next(iter([]), None), [*Count(2)], sum(Count(4)), max(Count(3)), 2 in Count(5), tuple(Count(2)), dict.fromkeys(Count(2)), "".join(map(str, Count(3))), list(zip(Count(3), Count(5))))
try:
    next(Count(0))
except StopIteration as stop:
    print(stop.args, stop.value)
numbers = iter([3, 1, 4, 1, 5])
print(list(iter(lambda: next(numbers), 1)), next(numbers), list(iter(lambda: 5, 5)), type(iter(int, 1)).__name__)
calls = iter(lambda: next(numbers, None), None)
print(list(calls), list(calls), next(calls, "over"))


class NotIter:
    def __iter__(self):
        return 5


class NoneIter:
    __iter__ = None

    def __getitem__(self, i):
        return i


class BadNext:
    def __iter__(self):
        return self


class RaisingNext:
    def __iter__(self):
        return self

    def __next__(self):
        raise KeyError("from next")


class Endless:
    def __iter__(self):
        return Endless()

    def __next__(self):
        return 1


for source in ("iter(5)", "iter(NotIter())", "iter(NoneIter())", "iter(BadNext())", "list(RaisingNext())", "next(5)", "next([])", "iter(5, 6)", "iter()", "next()", "iter([], 1, 2)", "next(iter([]), 1, 2)", "for x in 5: pass", "for x in NotIter(): pass", "for x in None: pass", "a, b = NotIter()", "list(iter(len, 0))", "next(Endless())", "list(zip(Endless(), 'ab'))", "iter(None)", "[x for x in BadNext()]", "next(iter(lambda: 1 / 0, 1))"):
    try:
        exec("r = " + source if not source.startswith(("for", "a,")) else source)
        print(source, "->", str(r).split(" at")[0])
    except Exception as error:
        print(source, "->", type(error).__name__, error)
a = iter([1, 2, 3])
b = iter(a)
print(a is b, next(a), next(b), list(a), a.__next__.__name__, hasattr(a, "__length_hint__"), a.__reduce__()[0].__name__)
for make in (lambda: iter([1, 2]), lambda: iter((1, 2)), lambda: iter("ab"), lambda: iter(b"ab"), lambda: iter({1: 2}), lambda: iter({1}), lambda: iter(range(2)), lambda: reversed([1, 2]), lambda: enumerate("ab"), lambda: zip("ab", "cd"), lambda: map(str, [1]), lambda: filter(None, [0, 1]), lambda: iter(bytearray(b"a")), lambda: iter(memoryview(b"ab")), lambda: iter({}.items()), lambda: iter(Count(1)), lambda: (x for x in [1]), lambda: iter(range(2**65, 2**65 + 1)), lambda: iter("日a")):
    it = make()
    print(type(it).__name__, iter(it) is it, getattr(it, "__length_hint__", lambda: None)(), list(it), next(it, "end"))
