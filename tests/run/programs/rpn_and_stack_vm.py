# A compiler from infix to a stack machine, and the machine, with tables of functions.
import operator


class Instruction:
    table = {}

    def __init_subclass__(cls, code):
        cls.table[code] = cls
        cls.code = code

    def __init__(self, *args):
        self.args = args

    def __repr__(self):
        return " ".join([self.code, *map(repr, self.args)])


class Push(Instruction, code="PUSH"):
    def run(self, vm):
        vm.stack.append(self.args[0])


class Load(Instruction, code="LOAD"):
    def run(self, vm):
        vm.stack.append(vm.names[self.args[0]])


class Store(Instruction, code="STORE"):
    def run(self, vm):
        vm.names[self.args[0]] = vm.stack.pop()


class Binary(Instruction, code="BINARY"):
    functions = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "^": operator.pow, "<": operator.lt}

    def run(self, vm):
        b, a = vm.stack.pop(), vm.stack.pop()
        vm.stack.append(self.functions[self.args[0]](a, b))


class Jump(Instruction, code="JUMP"):
    def run(self, vm):
        vm.pc = self.args[0]


class JumpIfFalse(Instruction, code="JUMP_IF_FALSE"):
    def run(self, vm):
        if not vm.stack.pop():
            vm.pc = self.args[0]


class Print(Instruction, code="PRINT"):
    def run(self, vm):
        vm.output.append(vm.stack.pop())


class VM:
    def __init__(self, program):
        self.program, self.stack, self.names, self.output, self.pc, self.steps = program, [], {}, [], 0, 0

    def run(self):
        while self.pc < len(self.program):
            instruction = self.program[self.pc]
            self.pc += 1
            self.steps += 1
            instruction.run(self)
        return self.output


PRECEDENCE = {"<": 0, "+": 1, "-": 1, "*": 2, "/": 2, "^": 3}


def rpn(text):
    out, ops = [], []
    for tok in text.split():
        if tok in PRECEDENCE:
            while ops and ops[-1] != "(" and (PRECEDENCE[ops[-1]], tok != "^") > (PRECEDENCE[tok], False) and PRECEDENCE[ops[-1]] >= PRECEDENCE[tok]:
                out.append(ops.pop())
            ops.append(tok)
        elif tok == "(":
            ops.append(tok)
        elif tok == ")":
            while (op := ops.pop()) != "(":
                out.append(op)
        else:
            out.append(tok)
    return out + ops[::-1]


def expression(text):
    for tok in rpn(text):
        if tok in PRECEDENCE:
            yield Binary(tok)
        elif tok.replace(".", "").isdigit():
            yield Push(float(tok) if "." in tok else int(tok))
        else:
            yield Load(tok)


def compile_program(source):
    code, loops = [], []
    for line in source.strip().splitlines():
        match line.split(maxsplit=2):
            case [name, "=", value]:
                code += [*expression(value), Store(name)]
            case ["print", *rest]:
                code += [*expression(" ".join(rest)), Print()]
            case ["while", *rest]:
                loops.append(len(code))
                code += [*expression(" ".join(rest)), None]
            case ["end"]:
                start = loops.pop()
                code.append(Jump(start))
                hole = code.index(None, start)
                code[hole] = JumpIfFalse(len(code))
    return code


program = compile_program("""
n = 10
a = 0
b = 1
while 0 < n
c = a + b
a = b
b = c
n = n - 1
print a
end
print 2 + 3 * 4 ^ 2 / 8 - 1
print ( 1 + 2 ) * 3
print 2 ^ 3 ^ 2
""")
vm = VM(program)
print(vm.run(), vm.steps, len(program))
print(*program[:12], sep="\n")
print(rpn("1 + 2 * 3"), rpn("( 1 + 2 ) * 3"), rpn("1 - 2 - 3"), sorted(Instruction.table))
try:
    VM([Load("missing")]).run()
except KeyError as e:
    print("unknown name", e)
try:
    VM([Binary("+")]).run()
except IndexError as e:
    print(e)
