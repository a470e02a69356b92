# Sets of small ints come in the order of their hash table; programs see that order, so it is CPython's.
print({3, 1, 2}, {10, 5, 7, 1}, {8, 1, 9}, {64, 0, 32, 16}, set(range(10)), {-1, -2, 0, 1}, {100, 50, 25, 12, 6})
print(set([7, 15, 23]), set([16, 8, 0, 24]), {1000, 2000, 3000}, {0.5, 1.5, 2}, {True, 2, 0}, frozenset([9, 17, 1]))
s = set()
for i in (5, 3, 99, 42, 7, 8, 64, 1024, 12345, 2**40, 2**61, -5, -3):
    s.add(i)
    print(s)
for i in (99, 42, 7):
    s.discard(i)
    print(s)
s.update(range(90, 100))
print(s)
print(set(range(20, 0, -3)), {i * i for i in range(15)}, {i * 7 % 31 for i in range(12)}, set(range(0, 2000, 97)))
print({1, 2, 3} | {10, 9}, {1, 2, 3, 40} & {40, 3, 77}, set(range(10)) - {3, 5}, {1, 33, 65} ^ {33, 2}, list({17, 1, 33}), tuple({4, 20, 36, 52}))
t = {1, 9, 17, 25}
print(t.pop(), t.pop(), t, {5, 13, 21}.pop(), set([30, 22, 14, 6]), sorted({9, 1}), [x for x in {12, 4, 20}], dict.fromkeys({3, 11, 19}))
big = set(range(0, 1000, 7))
print(list(big)[:12], len(big), list(big - set(range(0, 1000, 14)))[:8], list(set(list(big)[::-1]))[:8], list(frozenset(big) | {1, 2})[:8], list(big.copy())[:4])
