"""Makes the broken files of this folder: python3.10 generate.py [minipy]

With minipy's path it also writes each .err, the line on stderr: read them before you commit.
"""
import dis
import importlib.util
import marshal
import os
import struct
import subprocess
import sys
import types

HERE = os.path.dirname(os.path.abspath(__file__))
MAGIC = importlib.util.MAGIC_NUMBER
OP = dis.opmap
FILES = {}


def header(magic=MAGIC, flags=0):
    return magic + struct.pack("<LLL", flags, 0, 0)


def file(name, body, head=None):
    FILES[name] = (header() if head is None else head) + body


def source(text, **fields):
    return compile(text, "hello.py", "exec").replace(**fields)


def code(name, *instructions, **fields):
    """A module whose bytecode is made of (opcode name, argument) pairs."""
    fields.setdefault("co_stacksize", 10)
    bytecode = b"".join(bytes([OP[op], arg]) for op, arg in instructions)
    file(name, marshal.dumps(source("pass", co_code=bytecode, **fields)))


def nested(name, inner):
    outer = source("def f(): pass")
    consts = tuple(inner if isinstance(c, types.CodeType) else c for c in outer.co_consts)
    file(name, marshal.dumps(outer.replace(co_consts=consts)))


def long(number):
    return struct.pack("<l", number)


HELLO = marshal.dumps(source("print('hello')"))
NONE = ("LOAD_CONST", 0)
RETURN = ("RETURN_VALUE", 0)

# The file and its header
FILES["file_empty"] = b""
FILES["file_header_cut"] = header()[:10]
FILES["file_header_only"] = header()
FILES["file_text"] = b"print('not a compiled file')\n"
file("file_python39", HELLO, header(struct.pack("<H", 3425) + b"\r\n"))
file("file_python311", HELLO, header(struct.pack("<H", 3495) + b"\r\n"))
file("file_python310_prerelease", HELLO, header(struct.pack("<H", 3435) + b"\r\n"))
file("file_unknown_magic", HELLO, header(struct.pack("<H", 9999) + b"\r\n"))
file("file_flags", HELLO, header(flags=4))

# The marshal stream
file("marshal_cut", HELLO[:len(HELLO) // 2])
file("marshal_not_code", marshal.dumps("hello"))
file("marshal_unknown_type", b"?")
file("marshal_reference", b"r" + long(7))
file("marshal_reference_to_itself", b"\xa9\x01r" + long(0))
file("marshal_tuple_too_long", b"(" + long(0x7fffffff) + b"N")
file("marshal_tuple_negative", b"(" + long(-1))
file("marshal_bytes_negative", b"s" + long(-5))
file("marshal_long_digit", b"l" + long(2) + b"\xff\xff\x01\x00")
file("marshal_long_unnormalized", b"l" + long(2) + b"\x01\x00\x00\x00")
file("marshal_long_size", b"l" + long(-0x80000000))
file("marshal_null_in_tuple", b")\x010")
file("marshal_unhashable_member", b">" + long(1) + b"[" + long(0))
file("marshal_utf8", b"u" + long(2) + b"\xff\xfe")
file("marshal_deep", b")\x01" * 3000 + b"N")
file("marshal_deep_by_references", b")\x03" + b"\xa9\x01" * 1500 + b"N" + b"\xa9\x01" * 1500 + b"r" + long(0) + b"N")
LAUGHS = b")\x1f\xa9\x02NN"
for i in range(30):
    LAUGHS += b"\xa9\x02r" + long(i) + b"r" + long(i)
file("marshal_billion_laughs", LAUGHS)
file("marshal_names_not_str", HELLO.replace(b"print", b"PRINT").replace(bytes([HELLO[HELLO.index(b"print") - 2]]) + b"\x05PRINT", b"\xe9" + long(65)))
file("marshal_code_negative", b"c" + long(-1) * 6 + HELLO[25:])
file("marshal_varnames_too_small", HELLO[:1] + long(3) + HELLO[5:])

# The code object
code("code_empty")
file("code_odd_length", marshal.dumps(source("pass", co_code=b"d\x00S")))
file("code_unknown_opcode", marshal.dumps(source("pass", co_code=b"\x00\x00S\x00")))
file("code_nlocals", marshal.dumps(source("pass", co_nlocals=5)))
code("code_ends_in_extended_arg", NONE, RETURN, ("EXTENDED_ARG", 1))
code("code_long_extended_arg", *[("EXTENDED_ARG", 1)] * 4, NONE, RETURN)
code("code_falls_off_end", NONE)
code("code_const_index", ("LOAD_CONST", 200), RETURN)
code("code_name_index", ("LOAD_NAME", 200), RETURN)
code("code_local_index", ("LOAD_FAST", 0), RETURN)
code("code_cell_index", ("LOAD_DEREF", 0), RETURN)
code("code_compare", NONE, NONE, ("COMPARE_OP", 6), RETURN)
code("code_slice", NONE, NONE, ("BUILD_SLICE", 4), RETURN)
code("code_raise", NONE, NONE, NONE, ("RAISE_VARARGS", 3))

# Jumps
code("jump_beyond_end", ("JUMP_FORWARD", 200), NONE, RETURN)
code("jump_into_extended_arg", ("JUMP_ABSOLUTE", 2), ("EXTENDED_ARG", 0), NONE, RETURN)
code("jump_handler_beyond_end", ("SETUP_FINALLY", 99), NONE, RETURN)

# The stack
code("stack_underflow", ("POP_TOP", 0), NONE, RETURN)
code("stack_overflow", NONE, NONE, NONE, ("POP_TOP", 0), ("POP_TOP", 0), RETURN, co_stacksize=2)
code("stack_grows_in_loop", NONE, ("JUMP_ABSOLUTE", 0))
code("stack_depth_by_path", NONE, ("POP_JUMP_IF_TRUE", 3), NONE, NONE, RETURN)
code("stack_peek", NONE, ("LIST_APPEND", 9), NONE, RETURN)
code("stack_below_block", NONE, ("SETUP_FINALLY", 3), ("POP_TOP", 0), ("POP_BLOCK", 0), NONE, RETURN)
code("stack_unpack_giant", NONE, ("EXTENDED_ARG", 127), ("EXTENDED_ARG", 255), ("EXTENDED_ARG", 255),
     ("UNPACK_SEQUENCE", 255), NONE, RETURN, co_stacksize=0x7fffffff)

# Kinds
code("kind_list_append_to_none", NONE, NONE, ("LIST_APPEND", 1), RETURN)
code("kind_call_method_without_load", NONE, NONE, ("CALL_METHOD", 0), RETURN)
code("kind_method_dropped", NONE, ("LOAD_METHOD", 0), ("POP_TOP", 0), RETURN, co_names=("x",))
code("kind_method_rotated", NONE, ("LOAD_METHOD", 0), ("ROT_TWO", 0), ("CALL_METHOD", 0), RETURN, co_names=("x",))
code("kind_method_by_path", NONE, NONE, NONE, ("POP_JUMP_IF_TRUE", 6), ("POP_TOP", 0), ("LOAD_METHOD", 0), ("CALL_METHOD", 0),
     RETURN, co_names=("x",))
code("kind_function_of_none", NONE, NONE, ("MAKE_FUNCTION", 0), RETURN)
code("kind_keyword_names", NONE, NONE, NONE, ("CALL_FUNCTION_KW", 1), RETURN)
code("kind_const_keys", NONE, NONE, ("BUILD_CONST_KEY_MAP", 1), RETURN)
FREE = [c for c in compile("def f():\n x = 1\n def g(): return x", "hello.py", "exec").co_consts[0].co_consts
        if isinstance(c, types.CodeType)][0]
code("kind_closure_missing", ("LOAD_CONST", 0), ("LOAD_CONST", 1), ("MAKE_FUNCTION", 0), RETURN, co_consts=(FREE, "g"))
code("kind_closure_of_none", ("LOAD_CONST", 2), ("BUILD_TUPLE", 1), ("LOAD_CONST", 0), ("LOAD_CONST", 1), ("MAKE_FUNCTION", 8), RETURN,
     co_consts=(FREE, "g", None))

# Blocks and handlers
code("block_pop_without", ("POP_BLOCK", 0), NONE, RETURN)
code("block_pop_except_without", NONE, NONE, NONE, ("POP_EXCEPT", 0), NONE, RETURN)
code("block_reraise_without", NONE, NONE, NONE, ("RERAISE", 0))
code("block_at_return", ("SETUP_FINALLY", 2), NONE, RETURN, NONE, RETURN)
code("block_by_path", NONE, ("POP_JUMP_IF_TRUE", 3), ("SETUP_FINALLY", 2), NONE, RETURN, ("RERAISE", 0))
code("block_too_many", *[("SETUP_FINALLY", 40)] * 21, *[("NOP", 0)] * 40, NONE, RETURN)
code("block_saved_exception_dropped", ("SETUP_FINALLY", 3), ("POP_BLOCK", 0), NONE, RETURN, *[("POP_TOP", 0)] * 6,
     ("POP_EXCEPT", 0), NONE, RETURN)
code("block_handler_left_by_pop_block", ("SETUP_FINALLY", 3), ("POP_BLOCK", 0), NONE, RETURN, ("POP_BLOCK", 0), NONE, RETURN)

# Generators
code("generator_yield_outside", NONE, ("YIELD_VALUE", 0), RETURN)
GENERATOR = [c for c in source("def f(): yield").co_consts if isinstance(c, types.CodeType)][0]
nested("generator_without_start", GENERATOR.replace(co_code=bytes([OP["NOP"], 0]) + GENERATOR.co_code[2:]))
nested("generator_started_as_coroutine", GENERATOR.replace(co_code=bytes([OP["GEN_START"], 1]) + GENERATOR.co_code[2:]))

for name, contents in FILES.items():
    path = os.path.join(HERE, name + ".pyc")
    with open(path, "wb") as f:
        f.write(contents)
    if len(sys.argv) > 1:
        done = subprocess.run([os.path.abspath(sys.argv[1]), "dis", name + ".pyc"], cwd=HERE, capture_output=True, text=True)
        assert done.returncode == 1, (name, done)
        with open(os.path.join(HERE, name + ".err"), "w") as f:
            f.write(done.stderr)
