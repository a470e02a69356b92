# Documentation and text signatures of builtins, as CPython gives them.
for f in (len, abs, print, sorted, sum, divmod, isinstance, getattr, hash, id, iter, max, round, pow, chr, ord, repr, callable, input, open, exec, eval, compile, hex, vars, dir, format, globals, all, any, setattr, next, __import__):
    print(f.__name__, f.__text_signature__)
for cls, names in ((list, "append extend insert pop remove index count reverse sort copy clear"), (str, "split join replace strip find format encode startswith upper zfill center removeprefix partition translate"), (dict, "get pop popitem setdefault update keys items copy clear fromkeys"), (set, "add discard remove union pop"), (bytes, "decode hex split join fromhex"), (int, "bit_length to_bytes from_bytes as_integer_ratio"), (float, "hex is_integer fromhex"), (tuple, "count index"), (object, "__repr__ __eq__ __init__ __setattr__ __reduce__ __init_subclass__")):
    for name in names.split():
        f = getattr(cls, name)
        print(f"{cls.__name__}.{name}", getattr(f, "__text_signature__", "none"), (f.__doc__ or "").splitlines()[0])
for f in (len, print, abs, isinstance):
    print(f.__doc__.splitlines()[0])
