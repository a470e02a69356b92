"""A compiler and machine for the smallest of languages: eight commands, and a tape of bytes.

The source is translated to a list of instructions first: runs of the same
command are joined, jumps are resolved, and the loop that clears a cell
becomes one instruction.
"""

from itertools import groupby

HELLO = """
++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]   set up the letters
>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.>++.
"""
REVERSE = ">,[>,]<[.<]"
COUNTDOWN = """
++++++++[>+++++++>++++<<-]>+      the digit nine and a space
<++++++++++[>.->.<<-]             ten times: write both and count down
"""


class BrainfuckError(Exception):
    pass


def parse(source):
    """Instructions as (operation, argument) pairs."""
    code, open_loops = [], []
    commands = (c for c in source if c in "+-<>.,[]")
    for command, run in groupby(commands):
        count = len(list(run))
        match command:
            case "+" | "-":
                code.append(("add", count if command == "+" else -count))
            case ">" | "<":
                code.append(("move", count if command == ">" else -count))
            case "." | ",":
                code.extend([("write" if command == "." else "read", 1)] * count)
            case "[":
                for _ in range(count):
                    open_loops.append(len(code))
                    code.append(("forward", None))
            case "]":
                for _ in range(count):
                    if not open_loops:
                        raise BrainfuckError("] without [")
                    close_loop(code, open_loops.pop())
    if open_loops:
        raise BrainfuckError(f"{len(open_loops)} [ without ]")
    return code


def close_loop(code, start):
    if code[start + 1:] == [("add", -1)]:
        code[start:] = [("clear", 0)]
    else:
        code[start] = ("forward", len(code))
        code.append(("back", start))


def run(code, text="", limit=1_000_000):
    """Run the instructions; what the program writes is returned as text, with the number of steps."""
    tape, pointer, position, steps = bytearray(30_000), 0, 0, 0
    reader, output = iter(text.encode()), bytearray()
    while position < len(code):
        operation, argument = code[position]
        if operation == "add":
            tape[pointer] = (tape[pointer] + argument) & 255
        elif operation == "move":
            pointer += argument
            if not 0 <= pointer < len(tape):
                raise BrainfuckError("off the tape")
        elif operation == "forward":
            if not tape[pointer]:
                position = argument
        elif operation == "back":
            if tape[pointer]:
                position = argument
        elif operation == "clear":
            tape[pointer] = 0
        elif operation == "write":
            output.append(tape[pointer])
        else:
            tape[pointer] = next(reader, 0)
        position += 1
        steps += 1
        if steps > limit:
            raise BrainfuckError(f"still running after {limit} steps")
    return output.decode("latin-1"), steps


def main():
    code = parse(HELLO)
    text, steps = run(code)
    print(repr(text), f"{len(code)} instructions, {steps} steps")
    print("first instructions:", code[:6])
    print(run(parse(REVERSE), "drawkcab")[0])
    print(run(parse(COUNTDOWN))[0].strip())
    for source in ("[[", "+]", "<", "+[]"):
        try:
            run(parse(source), limit=1000)
        except BrainfuckError as error:
            print(f"{source!r}: {error}")


if __name__ == "__main__":
    main()
