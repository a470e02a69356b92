# compile, eval and exec: modes, namespaces, flags and errors.
CASES = """
eval('1 + 2'), eval(' 1 '), eval('x', {'x': 5}), eval('x + y', {'x': 1}, {'y': 2}), eval(b'3'), eval(bytearray(b'4')), eval('(1,\\n2)'), eval('\\t 5'), eval('lambda: 1')()
exec('a = 1'), exec(''), exec('\\n\\n'), exec('pass'), exec(b'b = 2'), a, b
eval(compile('5', 'f', 'eval')), exec(compile('c = 3', 'f', 'exec')), c, eval(compile('d = 4', 'f', 'exec')), d
exec(compile('1 + 1', 'f', 'single')), exec(compile('e = 5; e', 'f', 'single')), exec(compile('None', 'f', 'single'))
compile('1', 'name.py', 'eval').co_filename, compile('1', b'bytes.py', 'eval').co_filename, compile('1', '', 'exec').co_name, compile('x', 's', 'eval', dont_inherit=True).co_names, compile('1', 's', 'eval', 0, False, 2).co_consts
compile('assert 0', 's', 'exec', optimize=1).co_code == compile('', 's', 'exec').co_code, compile('"doc"', 's', 'exec', optimize=2).co_consts, compile('__debug__', 's', 'eval', optimize=1).co_consts
eval('1 +')
eval('x = 1')
eval('')
eval('1; 2')
eval('1\\n2')
eval('undefined_name')
eval(5)
eval()
eval('1', 5)
eval('1', {}, 5)
eval('1', [])
eval('1', None, None)
exec(5)
exec('return 1')
exec('yield 1')
exec('break')
exec('x = ')
exec('1', 5)
exec('1', {}, [])
exec('nope', {})
exec('len', {'__builtins__': {}})
exec('print', {'__builtins__': {'print': 1}})
eval('__builtins__', {'__builtins__': 'kept'})
exec('import math', {'__builtins__': {}})
exec('class C: pass', {'__builtins__': {}})
compile('1', 's', 'nope')
compile('1', 's')
compile(5, 's', 'exec')
compile('1', 5, 'exec')
compile('1', 's', 'exec', flags=2**20)
compile('1', 's', 'exec', optimize=3)
compile('a\\0b', 's', 'exec')
compile('1\\n2', 's', 'single')
compile('if 1:\\n  pass', 's', 'single')
compile('é', 's', 'eval').co_names, eval('"\\u65e5"'), eval('# comment\\n5')
eval(compile('x', 's', 'eval'), {'x': 9}), eval('[i for i in range(3)]'), eval('(lambda x: x * k)(2)', {'k': 5})
exec('def f(): return g()\\ndef g(): return 7\\nr = f()') or r
exec('global z; z = 1') or z
exec('x: int = 5') or x
eval('f"{1 + 1}"'), eval('yield_ if (yield_ := 3) else 0')
eval('(yield)')
eval('await x')
exec('from __future__ import annotations\\ndef f(x: undefined): pass\\nprint(f.__annotations__)')
exec('from __future__ import nope')
exec('x = 1\\nfrom __future__ import division')
exec('from __future__ import braces')
compile('', '', 'exec').co_code, compile('', '', 'exec').co_firstlineno, compile('\\n\\nx', '', 'exec').co_firstlineno
"""

for source in CASES.strip().splitlines():
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
code = compile("x = 1\nfor i in range(3): x += i", "given", "exec")
ns = {}
exec(code, ns)
print(ns["x"], ns["i"], sorted(k for k in ns if k[0] != "_"), code.co_filename)
exec(code, (g := {}), (l := {}))
print(sorted(l), "__builtins__" in g, len(g))


def scope():
    y = 1
    exec("y = 2")
    exec("print('inside', y)")
    return y, eval("y")


print(scope())
exec("""
class Made:
    def method(self):
        return __name__, __class__.__name__
print(Made().method())
""")
try:
    exec("def broken():\n    return (1\n")
except SyntaxError as error:
    print(error.msg, error.lineno, error.offset, error.text, error.filename)
closure_code = (lambda: (lambda: ns))().__code__
try:
    exec(closure_code)
except TypeError as error:
    print(error)
