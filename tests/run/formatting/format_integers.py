# format() of ints: fill, alignment, sign, base, width, grouping.
numbers = [0, 7, -42, 1234567, 255, -(2**70)]
specs = ["", "d", "5", "<8", ">8", "^8", "=8", "*^9", "08", "+d", " d", "-d", "+08,", ",", "_", "x", "X", "#x", "#X", "o", "#o", "b", "#b",
         "_x", "_b", "#010x", "#_b", "n", "c>10", "0=12", "<08", ".>+12,d", "e", ".2f", "%", "g", ",.1f", "10.3e", "x<#12x", "012,", "013_x"]
for spec in specs:
    print(repr(spec), [format(n, spec) for n in numbers])
print(f"{65:c}{0x65e5:c}{128512:5c}|", f"{True:d} {True} {False:>6} {True:b} {True:e}")
for value, spec in [(5, ".3"), (5, ".3d"), (5, "s"), (5, "z"), (5, "5d5"), (5, ",x"), (5, ",n"), (5, "_n"), (5, "_,"), (5, ",_"), (5, ",,"), (-1, "c"),
                    (0x110000, "c"), (5, "+c"), (5, "#c"), (5, ",c"), (5, "d "), (5, "=="), (5, "999999999999999999999"), (5, ".999999999999999999999f"),
                    (10**400, "f"), (10**400, "e"), (5, "\x00<5"), (5, "日^5"), (5, 5), (5, None), ("a", "d"), (None, "5"), ([], "s"), (5, "1_0")]:
    try:
        print(repr(spec), format(value, spec))
    except (ValueError, TypeError, OverflowError) as error:
        print(repr(spec), type(error).__name__, error)
