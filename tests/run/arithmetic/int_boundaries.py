# Results on both sides of what a machine word holds: every operator must switch without losing a digit.
edges = [2**30, 2**31, 2**32, 2**52, 2**53, 2**60, 2**61, 2**62, 2**63, 2**64, 2**127]
for edge in edges:
    for n in (edge - 1, edge, edge + 1, -edge - 1, -edge, 1 - edge):
        print(n + 1, n - 1, n * 2, n * n, -n, abs(n), n // 3, n % 3, n >> 1, n << 1, ~n, n ^ edge, n & 255, n | 1)
total = 0
for i in range(70):
    total += 1 << i
    total -= 1
print(total)
product = 1
for i in range(1, 30):
    product *= i
    print(product, product // i, product % (i + 1))
for i in range(29, 0, -1):
    product //= i
print(product)
x = 2**62
x -= 2**62 - 5
print(x, x is not None, x == 5, hash(x) == hash(5), [0, 1, 2, 3, 4, 5][x], {5: "five"}[x])
print(range(10)[x], "abcdef"[x], (2**100 >> 98) in {4}, 2**100 // 2**98 == 4)
