# Days, weeks, roman and spoken numbers, bases, digits and Zeckendorf: little conversions.
def weekday(y, m, d):
    t = (0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4)
    y -= m < 3
    return "Sun Mon Tue Wed Thu Fri Sat".split()[(y + y // 4 - y // 100 + y // 400 + t[m - 1] + d) % 7]


def spoken(n):
    ones = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
    tens = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
    if n < 0:
        return "minus " + spoken(-n)
    if n < 20:
        return ones[n]
    if n < 100:
        return tens[n // 10] + ("-" + ones[n % 10] if n % 10 else "")
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if n >= size:
            rest = n % size
            return spoken(n // size) + " " + name + (" " + spoken(rest) if rest else "")


def to_base(n, b):
    digits = ""
    while n:
        n, r = divmod(n, b)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[r] + digits
    return digits or "0"


def zeckendorf(n):
    fibs = [1, 2]
    while fibs[-1] <= n:
        fibs.append(fibs[-1] + fibs[-2])
    out = []
    for f in reversed(fibs):
        if f <= n:
            out.append(f)
            n -= f
    return out


def roman(n):
    return "".join(s * (n // v % m) if len(s) == 1 else s * (n % m // v) for v, s, m in ()) or "".join(["", "M", "MM", "MMM"][n // 1000] + ["", "C", "CC", "CCC", "CD", "D", "DC", "DCC", "DCCC", "CM"][n // 100 % 10] + ["", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"][n // 10 % 10] + ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"][n % 10])


def luhn(number):
    digits = [int(c) for c in str(number)][::-1]
    return sum(d if i % 2 == 0 else sum(divmod(2 * d, 10)) for i, d in enumerate(digits)) % 10 == 0


print(weekday(2021, 10, 4), weekday(1970, 1, 1), weekday(2000, 2, 29), [spoken(n) for n in (0, 13, 42, 100, 999, 1001, -20, 1234567, 10**9 + 1)])
print([to_base(255, b) for b in (2, 8, 16, 36)], all(int(to_base(n, b), b) == n for n in range(0, 5000, 37) for b in (2, 3, 7, 36)), zeckendorf(100), sum(zeckendorf(987654)), [roman(n) for n in (4, 9, 14, 40, 99, 1999, 2021, 3888)], luhn(79927398713), luhn(79927398710))
print([n for n in range(1, 1000) if sum(int(c) ** len(str(n)) for c in str(n)) == n], [n for n in range(1, 500) if n == sum(d for d in range(1, n) if n % d == 0)], [n for n in range(10, 100) if str(n) == str(n)[::-1]][:3])
happy = lambda n, seen=(): n == 1 or n not in seen and happy(sum(int(c) ** 2 for c in str(n)), seen + (n,))
print([n for n in range(1, 50) if happy(n)], sum(int(c) for c in str(2**1000)), max(range(1, 3000), key=lambda n: (lambda f: f(f, n))(lambda f, k: 1 if k == 1 else 1 + f(f, k // 2 if k % 2 == 0 else 3 * k + 1))))
look = "1"
for _ in range(8):
    print(look, end=" ")
    out, i = "", 0
    while i < len(look):
        j = i
        while j < len(look) and look[j] == look[i]:
            j += 1
        out += f"{j - i}{look[i]}"
        i = j
    look = out
print(look)
seconds = 1_000_000
parts = []
for unit, size in (("day", 86400), ("hour", 3600), ("minute", 60), ("second", 1)):
    n, seconds = divmod(seconds, size)
    if n:
        parts.append(f"{n} {unit}{'s' * (n != 1)}")
print(", ".join(parts[:-1]) + " and " + parts[-1], f"{1234567.891:,.2f}", f"{0.256:.1%}", f"{1024:#x} {1024:#o} {1024:#b}", round(98.6 * 5 / 9 - 17.777, 1))
