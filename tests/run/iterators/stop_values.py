# The value of a StopIteration belongs to the iterator that ended, and to no later one.
def returns(value):
    yield 1
    return value


class Counts:
    def __init__(self, *end):
        self.n, self.end = 0, end

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 2:
            raise StopIteration(*self.end)
        return self.n


def delegate(iterable):
    result = yield from iterable
    yield "result", result


for x in returns(5):
    pass
try:
    next(iter([]))
except StopIteration as stop:
    print(stop.value, stop.args)
print(list(returns(7)), list(delegate([1, 2])), list(delegate(returns(8))))
print(list(delegate(Counts("done"))), list(delegate(Counts())), list(delegate(Counts("done", 7))))
for ended in (Counts(), Counts("end"), Counts("end", 7)):
    try:
        while True:
            next(ended)
    except StopIteration as stop:
        print(stop.args, stop.value)
    print(next(ended, "default"))
