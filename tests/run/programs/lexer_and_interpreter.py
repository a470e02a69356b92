# A tiny language: lexer, parser and interpreter with functions, loops and closures.
SOURCE = """
func fact(n) { if n < 2 { return 1 } return n * fact(n - 1) }
func make(step) { total = 0 func add() { total = total + step return total } return add }
print fact(10)
a = make(5)
a() a()
print a() + 1
i = 0
while i < 3 { print "i is " + i i = i + 1 }
print (2 + 3) * 4 - 6 / 2
print "done"
print nothing
"""


class Return(Exception):
    pass


class LangError(Exception):
    pass


def lex(text):
    i, out = 0, []
    while i < len(text):
        c = text[i]
        if c.isspace():
            i += 1
        elif c.isalpha():
            j = i
            while j < len(text) and text[j].isalnum():
                j += 1
            word = text[i:j]
            out.append(("kw" if word in ("func", "if", "while", "return", "print") else "name", word))
            i = j
        elif c.isdigit():
            j = i
            while j < len(text) and text[j].isdigit():
                j += 1
            out.append(("num", int(text[i:j])))
            i = j
        elif c == '"':
            j = text.index('"', i + 1)
            out.append(("str", text[i + 1:j]))
            i = j + 1
        else:
            out.append(("op", c))
            i += 1
    return out + [("end", None)]


class Parser:
    LEVELS = [["<", ">"], ["+", "-"], ["*", "/"]]

    def __init__(self, tokens):
        self.t, self.i = tokens, 0

    def peek(self):
        return self.t[self.i]

    def next(self, want=None):
        tok = self.t[self.i]
        if want is not None and tok[1] != want:
            raise LangError(f"expected {want}, got {tok[1]}")
        self.i += 1
        return tok

    def block(self):
        self.next("{")
        out = []
        while self.peek()[1] != "}":
            out.append(self.statement())
        self.next("}")
        return out

    def statement(self):
        match self.peek():
            case ("kw", "func"):
                self.next()
                name = self.next()[1]
                self.next("(")
                params = []
                while self.peek()[1] != ")":
                    params.append(self.next()[1])
                self.next(")")
                return ("func", name, params, self.block())
            case ("kw", "if" | "while" as kind):
                self.next()
                return (kind, self.expr(), self.block())
            case ("kw", "return" | "print" as kind):
                self.next()
                return (kind, self.expr())
            case ("name", name) if self.t[self.i + 1] == ("op", "="):
                self.next(), self.next()
                return ("assign", name, self.expr())
            case _:
                return ("expr", self.expr())

    def expr(self, level=0):
        if level == len(self.LEVELS):
            return self.atom()
        left = self.expr(level + 1)
        while self.peek()[0] == "op" and self.peek()[1] in self.LEVELS[level]:
            left = (self.next()[1], left, self.expr(level + 1))
        return left

    def atom(self):
        kind, value = self.next()
        if kind == "num" or kind == "str":
            node = ("const", value)
        elif value == "(":
            node = self.expr()
            self.next(")")
        elif kind == "name":
            node = ("var", value)
        else:
            raise LangError(f"unexpected {value}")
        while self.peek()[1] == "(" and node[0] == "var":
            self.next()
            args = []
            while self.peek()[1] != ")":
                args.append(self.expr())
            self.next(")")
            node = ("call", node, args)
        return node


class Scope(dict):
    def __init__(self, outer=None):
        self.outer = outer

    def home(self, name):
        scope = self
        while scope is not None:
            if name in scope:
                return scope
            scope = scope.outer
        return None


def run(block, scope):
    for node in block:
        match node:
            case ("func", name, params, body):
                scope[name] = (params, body, scope)
            case ("if", cond, body):
                if value(cond, scope):
                    run(body, scope)
            case ("while", cond, body):
                while value(cond, scope):
                    run(body, scope)
            case ("return", e):
                raise Return(value(e, scope))
            case ("print", e):
                print("out:", value(e, scope))
            case ("assign", name, e):
                (scope.home(name) or scope if scope.home(name) is not None else scope)[name] = value(e, scope)
            case ("expr", e):
                value(e, scope)


def value(node, scope):
    match node:
        case ("const", v):
            return v
        case ("var", name):
            home = scope.home(name)
            if home is None:
                raise LangError(f"unknown {name}")
            return home[name]
        case ("call", f, args):
            params, body, outer = value(f, scope)
            local = Scope(outer)
            local.update(zip(params, [value(a, scope) for a in args]))
            try:
                run(body, local)
            except Return as r:
                return r.args[0]
            return None
        case ("+", a, b):
            a, b = value(a, scope), value(b, scope)
            return f"{a}{b}" if isinstance(a, str) or isinstance(b, str) else a + b
        case (op, a, b):
            a, b = value(a, scope), value(b, scope)
            return {"-": lambda: a - b, "*": lambda: a * b, "/": lambda: a / b, "<": lambda: a < b, ">": lambda: a > b}[op]()


tokens = lex(SOURCE)
parser = Parser(tokens)
program = []
while parser.peek()[0] != "end":
    program.append(parser.statement())
print(len(tokens), len(program), program[2])
try:
    run(program, Scope())
except LangError as e:
    print("error:", e)
