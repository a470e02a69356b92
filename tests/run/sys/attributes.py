# The sys module: what is there, and what its functions do.
import sys

print(sys.version_info[:3], sys.version_info.major, sys.version_info.releaselevel, sys.version_info >= (3, 8), sys.version[:4], hex(sys.hexversion), sys.api_version, sys.byteorder, sys.maxsize, hex(sys.maxunicode), sys.implementation.name in ("cpython", "minipy"), sys.implementation.cache_tag)
print(len(sys.argv), sys.argv[0][-13:], sys.platform, sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.getrecursionlimit(), sys.getrefcount(object()) > 0, sys.intern("abc") is sys.intern("a" + "bc"), sys.flags.optimize, sys.dont_write_bytecode, sys.executable != "", sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, sys.int_info.bits_per_digit, sys.hash_info.modulus, sys.hash_info.width, sys.hash_info.inf, sys.hash_info.algorithm, sys.thread_info.name, sys.getswitchinterval())
print("sys" in sys.modules, sys.modules["sys"] is sys, "builtins" in sys.builtin_module_names, "math" in sys.stdlib_module_names, type(sys.path), isinstance(sys.path[0], str), sys.meta_path != [], sys.ps1 if hasattr(sys, "ps1") else "no ps1", sys.warnoptions, sys.pycache_prefix, sys.platlibdir, sys.copyright.splitlines()[0][:13])
sys.setrecursionlimit(500)
print(sys.getrecursionlimit())


def depth():
    try:
        return depth() + 1
    except RecursionError:
        return 1


print(300 < depth() <= 500)
sys.setrecursionlimit(1000)
frame = sys._getframe()
print(frame.f_code.co_name, frame.f_lineno, sys._getframe(0) is frame, (lambda: sys._getframe(1) is frame)(), (lambda: sys._getframe().f_back.f_lineno)())
for source in ("sys.setrecursionlimit(0)", "sys.setrecursionlimit(-5)", "sys.setrecursionlimit('a')", "sys.setrecursionlimit(2**40)", "sys.intern(5)", "sys.intern()", "sys._getframe(99)", "sys.getrefcount()", "sys.getsizeof()", "sys.exit(1, 2)", "sys.getsizeof(5) > 0", "sys.getsizeof([]) > 0", "sys.nope", "sys.excepthook(1)", "sys.exc_info(1)", "sys.audit()", "sys.audit('event', 1)", "sys.setswitchinterval(0)", "sys.displayhook()", "sys.version_info.nope", "sys.version_info[9]", "sys.version_info + (1,)", "type(sys.version_info)()", "sys.flags.nope"):
    try:
        print(source, "->", eval(source))
    except BaseException as error:
        print(source, "->", type(error).__name__, error)
sys.displayhook([1, "a"])
sys.displayhook(None)
import builtins
print(builtins._)
print(sys.version_info, sys.flags.__class__.__name__, sys.getallocatedblocks() >= 0, sys.is_finalizing(), sys.call_tracing(len, ("abc",)) if hasattr(sys, "call_tracing") else 3, sys.stdin.fileno(), sys.stdout.fileno(), sys.stderr.fileno(), sys.stderr.name)
