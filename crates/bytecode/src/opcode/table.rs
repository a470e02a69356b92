//! THE opcode table.
//!
//! Adding an opcode touches this file and its handler in the VM, nothing else.

/// Hands every row of the opcode table to the macro named `$callback`.
///
/// A row is `NAME = number, Operand, Flow, |arg| (pops, pushes) [, jump |arg| (pops, pushes)] [, reach |arg| entries];`
/// under a stack picture (top of stack on the right, `..` for what the argument counts).
#[macro_export]
macro_rules! for_each_opcode {
    ($callback:ident) => {
        $callback! {
            /// `a ->`
            POP_TOP = 1, None, Next, |_| (1, 0);
            /// `a, b -> b, a`
            ROT_TWO = 2, None, Next, |_| (2, 2);
            /// `a, b, c -> c, a, b`
            ROT_THREE = 3, None, Next, |_| (3, 3);
            /// `a -> a, a`
            DUP_TOP = 4, None, Next, |_| (0, 1), reach |_| 1;
            /// `a, b -> a, b, a, b`
            DUP_TOP_TWO = 5, None, Next, |_| (0, 2), reach |_| 2;
            /// `a, b, c, d -> d, a, b, c`
            ROT_FOUR = 6, None, Next, |_| (4, 4);
            /// `->`
            NOP = 9, None, Next, |_| (0, 0);
            /// `a -> +a`
            UNARY_POSITIVE = 10, None, Next, |_| (1, 1);
            /// `a -> -a`
            UNARY_NEGATIVE = 11, None, Next, |_| (1, 1);
            /// `a -> not a`
            UNARY_NOT = 12, None, Next, |_| (1, 1);
            /// `a -> ~a`
            UNARY_INVERT = 15, None, Next, |_| (1, 1);
            /// `a, b -> a @ b`
            BINARY_MATRIX_MULTIPLY = 16, None, Next, |_| (2, 1);
            /// `a, b -> a @= b`
            INPLACE_MATRIX_MULTIPLY = 17, None, Next, |_| (2, 1);
            /// `a, b -> a ** b`
            BINARY_POWER = 19, None, Next, |_| (2, 1);
            /// `a, b -> a * b`
            BINARY_MULTIPLY = 20, None, Next, |_| (2, 1);
            /// `a, b -> a % b`
            BINARY_MODULO = 22, None, Next, |_| (2, 1);
            /// `a, b -> a + b`
            BINARY_ADD = 23, None, Next, |_| (2, 1);
            /// `a, b -> a - b`
            BINARY_SUBTRACT = 24, None, Next, |_| (2, 1);
            /// `a, key -> a[key]`
            BINARY_SUBSCR = 25, None, Next, |_| (2, 1);
            /// `a, b -> a // b`
            BINARY_FLOOR_DIVIDE = 26, None, Next, |_| (2, 1);
            /// `a, b -> a / b`
            BINARY_TRUE_DIVIDE = 27, None, Next, |_| (2, 1);
            /// `a, b -> a //= b`
            INPLACE_FLOOR_DIVIDE = 28, None, Next, |_| (2, 1);
            /// `a, b -> a /= b`
            INPLACE_TRUE_DIVIDE = 29, None, Next, |_| (2, 1);
            /// `a -> a, len(a)`
            GET_LEN = 30, None, Next, |_| (0, 1), reach |_| 1;
            /// `subject -> subject, is_mapping`
            MATCH_MAPPING = 31, None, Next, |_| (0, 1), reach |_| 1;
            /// `subject -> subject, is_sequence`
            MATCH_SEQUENCE = 32, None, Next, |_| (0, 1), reach |_| 1;
            /// `subject, keys -> subject, keys, values or None, found`
            MATCH_KEYS = 33, None, Next, |_| (0, 2), reach |_| 2;
            /// `subject, keys -> subject, dict of the other items`
            COPY_DICT_WITHOUT_KEYS = 34, None, Next, |_| (1, 1), reach |_| 2;
            /// `exit, old tb, old value, old type, tb, value, type -> (the same), exit(type, value, tb)`
            WITH_EXCEPT_START = 49, None, Next, |_| (0, 1), reach |_| 7;
            /// `a -> aiter(a)`
            GET_AITER = 50, None, Next, |_| (1, 1);
            /// `aiter -> aiter, awaitable of the next item`
            GET_ANEXT = 51, None, Next, |_| (0, 1), reach |_| 1;
            /// `manager -> aexit, awaitable of aenter`
            BEFORE_ASYNC_WITH = 52, None, Next, |_| (1, 2);
            /// `aiter, old tb, old value, old type, tb, value, type ->` (raises again unless StopAsyncIteration)
            END_ASYNC_FOR = 54, None, Next, |_| (7, 0);
            /// `a, b -> a += b`
            INPLACE_ADD = 55, None, Next, |_| (2, 1);
            /// `a, b -> a -= b`
            INPLACE_SUBTRACT = 56, None, Next, |_| (2, 1);
            /// `a, b -> a *= b`
            INPLACE_MULTIPLY = 57, None, Next, |_| (2, 1);
            /// `a, b -> a %= b`
            INPLACE_MODULO = 59, None, Next, |_| (2, 1);
            /// `value, a, key ->` (`a[key] = value`)
            STORE_SUBSCR = 60, None, Next, |_| (3, 0);
            /// `a, key ->` (`del a[key]`)
            DELETE_SUBSCR = 61, None, Next, |_| (2, 0);
            /// `a, b -> a << b`
            BINARY_LSHIFT = 62, None, Next, |_| (2, 1);
            /// `a, b -> a >> b`
            BINARY_RSHIFT = 63, None, Next, |_| (2, 1);
            /// `a, b -> a & b`
            BINARY_AND = 64, None, Next, |_| (2, 1);
            /// `a, b -> a ^ b`
            BINARY_XOR = 65, None, Next, |_| (2, 1);
            /// `a, b -> a | b`
            BINARY_OR = 66, None, Next, |_| (2, 1);
            /// `a, b -> a **= b`
            INPLACE_POWER = 67, None, Next, |_| (2, 1);
            /// `a -> iter(a)`
            GET_ITER = 68, None, Next, |_| (1, 1);
            /// `a -> iter(a)`, coroutines and generators as they are
            GET_YIELD_FROM_ITER = 69, None, Next, |_| (1, 1);
            /// `a ->` (to `sys.displayhook`)
            PRINT_EXPR = 70, None, Next, |_| (1, 0);
            /// `-> __build_class__`
            LOAD_BUILD_CLASS = 71, None, Next, |_| (0, 1);
            /// `receiver, value -> result` (or suspends with the receiver kept, and runs again when resumed)
            YIELD_FROM = 72, None, Next, |_| (2, 1);
            /// `a -> awaitable of a`
            GET_AWAITABLE = 73, None, Next, |_| (1, 1);
            /// `-> AssertionError`
            LOAD_ASSERTION_ERROR = 74, None, Next, |_| (0, 1);
            /// `a, b -> a <<= b`
            INPLACE_LSHIFT = 75, None, Next, |_| (2, 1);
            /// `a, b -> a >>= b`
            INPLACE_RSHIFT = 76, None, Next, |_| (2, 1);
            /// `a, b -> a &= b`
            INPLACE_AND = 77, None, Next, |_| (2, 1);
            /// `a, b -> a ^= b`
            INPLACE_XOR = 78, None, Next, |_| (2, 1);
            /// `a, b -> a |= b`
            INPLACE_OR = 79, None, Next, |_| (2, 1);
            /// `list -> tuple`
            LIST_TO_TUPLE = 82, None, Next, |_| (1, 1);
            /// `value ->` (leaves the frame)
            RETURN_VALUE = 83, None, End, |_| (1, 0);
            /// `module ->` (its names into the locals)
            IMPORT_STAR = 84, None, Next, |_| (1, 0);
            /// `->` (makes `__annotations__` if it is missing)
            SETUP_ANNOTATIONS = 85, None, Next, |_| (0, 0);
            /// `value -> what was sent`
            YIELD_VALUE = 86, None, Next, |_| (1, 1);
            /// `->` (leaves the innermost block)
            POP_BLOCK = 87, None, Next, |_| (0, 0);
            /// `old tb, old value, old type ->` (leaves a handler: the exception being handled is the old one again)
            POP_EXCEPT = 89, None, Next, |_| (3, 0);

            /// `value ->`
            STORE_NAME = 90, Name, Next, |_| (1, 0);
            /// `->`
            DELETE_NAME = 91, Name, Next, |_| (0, 0);
            /// `sequence -> last, .., first`
            UNPACK_SEQUENCE = 92, Count, Next, |n| (1, n);
            /// `iter -> iter, item`, at its end `iter ->` and a jump
            FOR_ITER = 93, Jrel, Branch, |_| (0, 1), jump |_| (1, 0), reach |_| 1;
            /// `sequence -> last, .., list, .., first`
            UNPACK_EX = 94, UnpackEx, Next, |n| (1, (n & 0xff) + (n >> 8) + 1);
            /// `value, a ->` (`a.name = value`)
            STORE_ATTR = 95, Name, Next, |_| (2, 0);
            /// `a ->` (`del a.name`)
            DELETE_ATTR = 96, Name, Next, |_| (1, 0);
            /// `value ->`
            STORE_GLOBAL = 97, Name, Next, |_| (1, 0);
            /// `->`
            DELETE_GLOBAL = 98, Name, Next, |_| (0, 0);
            /// `.., a -> a, ..` (the top goes below the n - 1 others)
            ROT_N = 99, Count, Next, |n| (n, n);
            /// `-> constant`
            LOAD_CONST = 100, Const, Next, |_| (0, 1);
            /// `-> value`
            LOAD_NAME = 101, Name, Next, |_| (0, 1);
            /// `.. -> tuple`
            BUILD_TUPLE = 102, Count, Next, |n| (n, 1);
            /// `.. -> list`
            BUILD_LIST = 103, Count, Next, |n| (n, 1);
            /// `.. -> set`
            BUILD_SET = 104, Count, Next, |n| (n, 1);
            /// `key, value, .. -> dict`
            BUILD_MAP = 105, Count, Next, |n| (n.saturating_mul(2), 1);
            /// `a -> a.name`
            LOAD_ATTR = 106, Name, Next, |_| (1, 1);
            /// `a, b -> a <op> b`
            COMPARE_OP = 107, Compare, Next, |_| (2, 1);
            /// `level, fromlist -> module`
            IMPORT_NAME = 108, Name, Next, |_| (2, 1);
            /// `module -> module, module.name`
            IMPORT_FROM = 109, Name, Next, |_| (0, 1), reach |_| 1;
            /// `->`
            JUMP_FORWARD = 110, Jrel, Jump, |_| (0, 0);
            /// `a ->`, when `a` is false `a -> a` and a jump
            JUMP_IF_FALSE_OR_POP = 111, Jabs, Branch, |_| (1, 0), jump |_| (1, 1);
            /// `a ->`, when `a` is true `a -> a` and a jump
            JUMP_IF_TRUE_OR_POP = 112, Jabs, Branch, |_| (1, 0), jump |_| (1, 1);
            /// `->`
            JUMP_ABSOLUTE = 113, Jabs, Jump, |_| (0, 0);
            /// `a ->`
            POP_JUMP_IF_FALSE = 114, Jabs, Branch, |_| (1, 0);
            /// `a ->`
            POP_JUMP_IF_TRUE = 115, Jabs, Branch, |_| (1, 0);
            /// `-> value`
            LOAD_GLOBAL = 116, Name, Next, |_| (0, 1);
            /// `a, b -> a is b`
            IS_OP = 117, Invert, Next, |_| (2, 1);
            /// `a, b -> a in b`
            CONTAINS_OP = 118, Invert, Next, |_| (2, 1);
            /// `tb, value, type ->` (raises it again)
            RERAISE = 119, Reraise, End, |_| (3, 0);
            /// `type, classes ->`, a jump when `type` is no subclass
            JUMP_IF_NOT_EXC_MATCH = 121, Jabs, Branch, |_| (2, 0);
            /// `->`, at the handler `-> old tb, old value, old type, tb, value, type`
            SETUP_FINALLY = 122, Jrel, Setup, |_| (0, 0), jump |_| (0, 6);
            /// `-> value`
            LOAD_FAST = 124, Local, Next, |_| (0, 1);
            /// `value ->`
            STORE_FAST = 125, Local, Next, |_| (1, 0);
            /// `->`
            DELETE_FAST = 126, Local, Next, |_| (0, 0);
            /// `None ->` (what a generator is first sent)
            GEN_START = 129, GenStart, Next, |_| (1, 0);
            /// `exception, cause ->` (as many as the argument says)
            RAISE_VARARGS = 130, Raise, End, |n| (n, 0);
            /// `function, .. -> result`
            CALL_FUNCTION = 131, Count, Next, |n| (n.saturating_add(1), 1);
            /// `[defaults], [kwdefaults], [annotations], [closure], code, qualname -> function`
            MAKE_FUNCTION = 132, MakeFunction, Next, |flags| (2 + (flags & 15).count_ones(), 1);
            /// `start, stop, [step] -> slice`
            BUILD_SLICE = 133, Slice, Next, |n| (if n == 3 { 3 } else { 2 }, 1);
            /// `-> cell`
            LOAD_CLOSURE = 135, Deref, Next, |_| (0, 1);
            /// `-> value`
            LOAD_DEREF = 136, Deref, Next, |_| (0, 1);
            /// `value ->`
            STORE_DEREF = 137, Deref, Next, |_| (1, 0);
            /// `->`
            DELETE_DEREF = 138, Deref, Next, |_| (0, 0);
            /// `function, .., names -> result` (the last arguments have the names)
            CALL_FUNCTION_KW = 141, Count, Next, |n| (n.saturating_add(2), 1);
            /// `function, args, [kwargs] -> result`
            CALL_FUNCTION_EX = 142, CallEx, Next, |flags| (2 + (flags & 1), 1);
            /// `manager -> exit, entered`, at the handler `manager -> exit, old tb, old value, old type, tb, value, type`
            SETUP_WITH = 143, Jrel, Setup, |_| (1, 2), jump |_| (1, 7);
            /// `->`
            EXTENDED_ARG = 144, Extended, Next, |_| (0, 0);
            /// `list, .., item -> list, ..`
            LIST_APPEND = 145, Depth, Next, |_| (1, 0), reach |n| n.saturating_add(1);
            /// `set, .., item -> set, ..`
            SET_ADD = 146, Depth, Next, |_| (1, 0), reach |n| n.saturating_add(1);
            /// `dict, .., key, value -> dict, ..`
            MAP_ADD = 147, Depth, Next, |_| (2, 0), reach |n| n.saturating_add(2);
            /// `-> value` (of the class body's locals, else of the cell)
            LOAD_CLASSDEREF = 148, Deref, Next, |_| (0, 1);
            /// `subject, class, names -> attributes or subject, matched`
            MATCH_CLASS = 152, Count, Next, |_| (3, 2);
            /// `aexit, entered -> aexit, entered`, at the handler `aexit, entered -> aexit, old tb, old value, old type, tb, value, type`
            SETUP_ASYNC_WITH = 154, Jrel, Setup, |_| (1, 1), jump |_| (1, 6);
            /// `value, [spec] -> str`
            FORMAT_VALUE = 155, Format, Next, |flags| (if flags & 4 == 4 { 2 } else { 1 }, 1);
            /// `.., keys -> dict`
            BUILD_CONST_KEY_MAP = 156, Count, Next, |n| (n.saturating_add(1), 1);
            /// `.. -> str`
            BUILD_STRING = 157, Count, Next, |n| (n, 1);
            /// `a -> NULL, a.name` or `a -> unbound method, a`
            LOAD_METHOD = 160, Name, Next, |_| (1, 2);
            /// `NULL or method, self or function, .. -> result`
            CALL_METHOD = 161, Count, Next, |n| (n.saturating_add(2), 1);
            /// `list, .., iterable -> list, ..`
            LIST_EXTEND = 162, Depth, Next, |_| (1, 0), reach |n| n.saturating_add(1);
            /// `set, .., iterable -> set, ..`
            SET_UPDATE = 163, Depth, Next, |_| (1, 0), reach |n| n.saturating_add(1);
            /// `function, args, dict, .., mapping -> function, args, dict, ..` (a duplicate key names the function)
            DICT_MERGE = 164, Depth, Next, |_| (1, 0), reach |n| n.saturating_add(3);
            /// `dict, .., mapping -> dict, ..`
            DICT_UPDATE = 165, Depth, Next, |_| (1, 0), reach |n| n.saturating_add(1);
        }
    };
}
