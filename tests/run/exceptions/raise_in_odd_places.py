# Exceptions from hooks: comparison, hashing, iteration, context managers, __del__, sorting keys, str().
class Boom(Exception):
    pass


class Bad:
    def __getattr__(self, name):
        raise Boom(f"getattr {name}")

    def __eq__(self, o):
        raise Boom("eq")

    def __hash__(self):
        raise Boom("hash")

    def __bool__(self):
        raise Boom("bool")

    def __iter__(self):
        raise Boom("iter")

    def __str__(self):
        raise Boom("str")

    def __repr__(self):
        raise Boom("repr")

    def __len__(self):
        raise Boom("len")

    def __getitem__(self, i):
        raise Boom("getitem")

    def __call__(self):
        raise Boom("call")

    def __add__(self, o):
        raise Boom("add")

    def __lt__(self, o):
        raise Boom("lt")

    def __enter__(self):
        raise Boom("enter")

    def __exit__(self, *a):
        raise Boom("exit")

    def __format__(self, s):
        raise Boom("format")

    def __index__(self):
        raise Boom("index")

    def __int__(self):
        raise Boom("int")

    def __float__(self):
        raise Boom("float")

    def __contains__(self, x):
        raise Boom("contains")

    def __reversed__(self):
        raise Boom("reversed")

    def __setattr__(self, n, v):
        raise Boom("setattr")

    def __delattr__(self, n):
        raise Boom("delattr")

    def __setitem__(self, i, v):
        raise Boom("setitem")

    def __delitem__(self, i):
        raise Boom("delitem")

    def __instancecheck__(self, o):
        raise Boom("instancecheck")

    def __dir__(self):
        raise Boom("dir")


b = Bad()
for source in ("b.x", "b == 1", "b != 1", "1 == b", "hash(b)", "{b}", "{b: 1}", "bool(b)", "not b", "if b: pass", "b and 1", "while b: pass", "[x for x in b]", "list(b)", "a, c = b", "[*b]", "str(b)", "repr(b)", "print(b)", "f'{b}'", "f'{b!r}'", "'%s' % b", "[b].__repr__()", "len(b)", "b[0]", "b()", "b + 1", "1 + b", "b += 1", "b < 1", "sorted([b, b])", "max(b, b)", "with b: pass", "range(b)", "[1, 2][b]", "int(b)", "float(b)", "1 in b",
               "b in [1]", "[1].index(b)", "[b].count(1)", "reversed(b)", "b.x = 1", "del b.x", "b[0] = 1", "del b[0]", "isinstance(1, b)", "dir(b)", "hasattr(b, 'x')", "getattr(b, 'x', 1)", "any([b])", "all([b])", "filter(None, [b]).__next__()", "sum([b, 1])", "sum([1, b])", "min([b, 1])", "','.join(b)", "dict(b)", "tuple(b)", "set(b)", "'a'.join([b])", "bytes(b)", "abs(b)", "enumerate(b)", "zip(b)", "map(len, [b]).__next__()", "iter(b)", "f(*b)", "f(**b)", "raise b", "raise Boom from b", "assert b", "x = b if b else 1", "match b:\n case 1: pass", "match b:\n case [x]: pass", "for b.x in [1]: pass", "[0 for _ in [1] if b]", "lambda: b", "chr(b)", "'a' * b", "[1] * b", "'abc'.find('a', b)", "open(b)", "exec(b)", "import_ = __import__(b)", "setattr(b, 'x', 1)", "vars(b)", "divmod(b, 1)", "pow(b, 1)", "round(b)", "b @ 1", "-b", "slice(b).indices(5)"):
    f = lambda *a, **k: None
    try:
        exec(source)
        print(source, "worked")
    except BaseException as error:
        kind = type(error).__name__
        print(source.replace("\n", " "), "->", kind, error)
