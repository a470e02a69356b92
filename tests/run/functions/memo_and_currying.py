# Currying, memoising by hand, composition, partial application, Church numerals, the Y combinator.
from functools import partial, reduce


def curry(f):
    def inner(*args):
        return f(*args) if len(args) >= f.__code__.co_argcount else lambda *more: inner(*args, *more)
    return inner


@curry
def volume(a, b, c):
    return a * b * c


def memo(f):
    table = {}

    def wrapper(*args):
        if args not in table:
            table[args] = f(*args)
        return table[args]

    wrapper.table = table
    return wrapper


@memo
def binomial(n, k):
    return 1 if k in (0, n) else binomial(n - 1, k - 1) + binomial(n - 1, k)


compose = lambda *fs: reduce(lambda f, g: lambda x: f(g(x)), fs, lambda x: x)
print(volume(2)(3)(4), volume(2, 3)(4), volume(2)(3, 4), binomial(40, 20), len(binomial.table), compose(str, abs, int)("-5"), [compose(*[lambda x: x + 1] * n)(0) for n in range(4)])
zero = lambda f: lambda x: x
succ = lambda n: lambda f: lambda x: f(n(f)(x))
add = lambda m: lambda n: lambda f: lambda x: m(f)(n(f)(x))
mul = lambda m: lambda n: lambda f: m(n(f))
power = lambda m: lambda n: n(m)
number = lambda n: n(lambda x: x + 1)(0)
two, three = succ(succ(zero)), succ(succ(succ(zero)))
print(number(add(two)(three)), number(mul(two)(three)), number(power(two)(three)), number(zero))
Y = lambda f: (lambda x: x(x))(lambda y: f(lambda v: y(y)(v)))
print(Y(lambda f: lambda n: 1 if n == 0 else n * f(n - 1))(10), Y(lambda f: lambda n: n if n < 2 else f(n - 1) + f(n - 2))(15))
true, false = (lambda a: lambda b: a), (lambda a: lambda b: b)
print((lambda p: p("yes")("no"))(true), (lambda p: p("yes")("no"))(false))
cons = lambda a, b: lambda f: f(a, b)
car, cdr = (lambda p: p(lambda a, b: a)), (lambda p: p(lambda a, b: b))
lst = reduce(lambda tail, x: cons(x, tail), reversed(range(5)), None)
out = []
while lst is not None:
    out.append(car(lst))
    lst = cdr(lst)
print(out)


def account(balance):
    def deposit(x):
        nonlocal balance
        balance += x
        return balance

    def withdraw(x):
        nonlocal balance
        if x > balance:
            raise ValueError(f"only {balance}")
        balance -= x
        return balance

    return {"deposit": deposit, "withdraw": withdraw, "balance": lambda: balance}


a, b = account(10), account(20)
print(a["deposit"](5), b["withdraw"](5), a["balance"](), b["balance"]())
try:
    a["withdraw"](100)
except ValueError as error:
    print(error)
hello = partial("{greeting}, {name}{mark}".format, greeting="Hello", mark="!")
print(hello(name="Ada"), partial(hello, mark="?")(name="Alan"), list(map(partial(pow, 2), range(5))), partial(partial(max, 3), 7)(5), sorted("bAc", key=partial(str.lower)))
pipeline = [str.strip, str.lower, lambda s: s.split(), lambda ws: [w for w in ws if len(w) > 2], sorted]
print(reduce(lambda v, f: f(v), pipeline, "  The quick FOX is at my house  "))
dispatch = {int: lambda x: x + 1, str: str.upper, list: lambda l: [dispatch[type(v)](v) for v in l]}
print(dispatch[list]([1, "a", [2, "b"]]))
