# Which methods give back the same object, plain str, and how they treat bytes and None.
class S(str):
    pass


s = S("Abc")
for call in ("strip()", "lower()", "upper()", "replace('x', 'y')", "replace('A', 'a')", "center(1)", "center(9)", "zfill(1)", "expandtabs()", "title()", "capitalize()", "casefold()", "swapcase()", "translate({})", "removeprefix('q')", "removesuffix('q')", "join(['a'])", "format()", "ljust(2)", "__getitem__(slice(None))", "__add__('')", "__mul__(1)", "__str__()", "__format__('')", "encode()", "split()[0]", "partition('z')[0]", "splitlines()[0]", "rsplit()[0]", "__mod__(())"):
    result = eval(f"s.{call}")
    print(call, type(result).__name__, repr(result), result is s)
t = "Abc"
print(t.strip() is t, t[:] is t, str(t) is t, t.replace("z", "y") == t, "".join([t]) is t, t + "" == t, t * 1 == t, f"{t}" is t, "%s" % t == t, t.center(2) == t)
for method, args in (("find", (None,)), ("count", (b"a",)), ("startswith", (None,)), ("replace", ("a",)), ("split", (5,)), ("join", (5,)), ("strip", (b"a",)), ("center", ("x",)), ("encode", (None,)), ("index", ("zz",)), ("partition", (None,)), ("__contains__", (None,)), ("__add__", (None,)), ("__getitem__", ("a",)), ("__mod__", (5,)), ("translate", (None,)), ("zfill", (None,)), ("expandtabs", (None,)), ("removeprefix", (None,)), ("rjust", (10, "")), ("format_map", (None,)), ("splitlines", ("a", "b"))):
    try:
        print(method, args, getattr(t, method)(*args))
    except Exception as error:
        print(method, args, type(error).__name__, error)
for method in ("capitalize", "upper", "isalpha", "title", "isidentifier", "swapcase"):
    try:
        getattr(t, method)(1)
    except TypeError as error:
        print(error)
