# Compiled files: written, used while fresh, written again when the source changes.
import sys

sys.dont_write_bytecode = False
sys.path.insert(0, ".")


def write(text):
    with open("changing.py", "w") as f:
        f.write(text)


def load():
    sys.modules.pop("changing", None)
    import changing
    return changing


write("value = 'first'\n")
module = load()
cache = module.__cached__
print(module.value, cache[-35:])
with open(cache, "rb") as f:
    data = f.read()
print(data[:4], data[4:8], int.from_bytes(data[12:16], "little"))
import marshal
code = marshal.loads(data[16:])
print(code.co_name, code.co_consts, code.co_names)
write("value = 'second, longer'\n")
print(load().value)
with open(cache, "rb") as f:
    again = f.read()
print(again != data, int.from_bytes(again[12:16], "little"))
changed = marshal.dumps(compile("value = 'from the cache'", "changing.py", "exec"))
with open(cache, "wb") as f:
    f.write(again[:16] + changed)
print(load().value)
with open(cache, "wb") as f:
    f.write(b"garbage")
print(load().value)
with open(cache, "wb") as f:
    f.write(again[:16] + changed[:10])
try:
    print(load().value)
except Exception as error:
    print(type(error).__name__, error)
