# while, for, break, continue, else, nested and with try.
n = 0
while n < 5:
    n += 1
    if n == 2:
        continue
    if n == 4:
        break
    print("n", n)
else:
    print("never")
while n < 6:
    n += 1
else:
    print("while else", n)
for x in []:
    pass
else:
    print("for else on empty")
for x in (1, 2, 3):
    if x == 2:
        break
else:
    print("never")
print("x", x)
for i in range(3):
    for j in range(3):
        if j == 1:
            continue
        if i == 1:
            break
        print((i, j), end=" ")
    else:
        print("inner else", end=" ")
print()


def search(matrix, wanted):
    for r, row in enumerate(matrix):
        for c, value in enumerate(row):
            if value == wanted:
                return r, c
    return None


print(search([[1, 2], [3, 4]], 3), search([[1]], 5))


def finally_order():
    log = []
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            log.append(i)
        finally:
            log.append(f"f{i}")
    else:
        log.append("else")
    return log


def return_in_loop():
    while True:
        try:
            for i in range(3):
                try:
                    return i
                finally:
                    print("inner finally")
        finally:
            print("outer finally")


def swallow():
    for i in range(3):
        try:
            1 / 0
        finally:
            continue
    return "swallowed"


def breaking():
    while True:
        try:
            return "lost"
        finally:
            break
    return "after break"


print(finally_order(), return_in_loop(), swallow(), breaking())
if 0:
    print("no")
elif []:
    print("no")
elif n:
    print("elif")
else:
    print("no")
while 1:
    if not n:
        break
    n -= 1
print(n, "pass" if not n else "fail")
for data in [[0]]:
    for data[0] in range(3):
        pass
print(data)
total = 0
for x in (y for y in range(1000) if y % 3 == 0 or y % 5 == 0):
    total += x
print(total)
count = 0
while count < 3: count += 1; print(count, end=";")
else: print("done")
x = 10
while x: x -= 3 if x > 3 else 1
print(x)
it = iter(range(10))
for x in it:
    if x % 2:
        print(x, next(it, None), end=" ")
print()
