# format() of floats.
numbers = [0.0, -0.0, 1.0, 3.14159, -2.5, 1234567.891, 1e-7, 1e22, 0.1, float("inf"), float("nan")]
specs = ["", "f", ".2f", "10.3f", "<10.1f", "^+10.1f", "010.2f", "+", " ", "e", ".3E", "g", ".3g", "#g", "G", "%", ".1%", "n", ",", ",.2f", "_.1f", "_",
         ".0f", "#.0f", ".0e", "#.0e", ".10", ".1", ".17g", "20,.3f", "=+12.2f", "*>9.1f", "012,.1f", ".3", "5", "#", ".30f", ".0%", "010", "<010.1f"]
for spec in specs:
    print(repr(spec), [format(n, spec) for n in numbers])
print([format(i / 8, ".1f") for i in range(-8, 9)], [f"{0.5 + i:.0f}" for i in range(6)], f"{2.675:.2f} {1e16:.1f} {123456789.0:.3g} {0.00001234:g}")
print(f"{1e5:g} {1e6:g} {123456.7:g} {1e-4:g} {1e-5:g} {100000:n} {1.5e300:.5} {1e15:} {1e16:} {12345.0:.4} {99999.5:.5g}")
for value, spec in [(1.5, "d"), (1.5, "x"), (1.5, "s"), (1.5, "c"), (1.5, ".f"), (1.5, ",n"), (1.5, "..2f"), (1.5, "5.2.1f"), (1.5, "q"), (1.5, "_,f"), (1.5, ",_f"), (1.5, "1.2f ")]:
    try:
        print(repr(spec), format(value, spec))
    except ValueError as error:
        print(repr(spec), error)
