# Chained comparisons evaluate each operand once and stop at the first that is false.
def value(n):
    print("value", n)
    return n


print(value(1) < value(2) < value(3))
print(value(3) < value(2) < value(1))
print(value(1) < value(2) > value(0) != value(5) == value(5))
print(1 < 2 == True, (1 < 2) == True, 1 == 1 in [1], not 1 == 2, o is o is not None if "o" in globals() else 0)
print(1 < 3 < 2 or "fallback", 1 < 2 < 3 and "both", not 1 < 2 < 3)


class Odd:
    def __lt__(self, other):
        return []

    def __gt__(self, other):
        return "true enough"

    def __eq__(self, other):
        return NotImplemented


o = Odd()
print(o < 1, o > 1, o < 1 < 2, o > 1 < 2, 5 < o, 5 > o, o == o, o != o, o == 3, 3 == o, o != 3)
if o < 1:
    print("an empty list is false")
else:
    print("not less")
for source in ("o <= 1", "o >= 1", "1 < 'a' < 2", "None < None", "[] < ()", "{} < {}", "1j < 1", "object() < object()"):
    try:
        print(eval(source))
    except TypeError as error:
        print(source, error)
x = 5
print(0 <= x < 10, 0 <= x <= 4, x in range(3) or x in range(5, 6), x not in (1, 2), x is not x)
