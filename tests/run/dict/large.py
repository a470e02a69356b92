# Dicts with many keys of many kinds; deletion, reinsertion and growth.
d = {}
for i in range(5000):
    d[i * 7919 % 10007] = i
print(len(d), list(d)[:5], d[7919], sum(d.values()))
for i in range(0, 10007, 3):
    d.pop(i, None)
print(len(d), list(d)[:5])
for i in range(3000):
    d[i] = -i
print(len(d), list(d)[-3:], sum(d.values()))
mixed = {}
for i in range(300):
    for key in (i, i + 0.5, str(i), (i,), (i, str(i)), frozenset((i,)), bytes([i % 256]), i * 1j, -i, i << 64):
        mixed[key] = mixed.get(key, 0) + 1
print(len(mixed), mixed[0], mixed[5], mixed["5"], mixed[(5,)], mixed[5 << 64], mixed[b"\x05"], mixed[0j])
for i in range(300):
    del mixed[str(i)]
print(len(mixed), "7" in mixed, 7.0 in mixed)
same_hash = {}


class Colliding:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n % 3

    def __eq__(self, other):
        return isinstance(other, Colliding) and self.n == other.n


for i in range(200):
    same_hash[Colliding(i)] = i
print(len(same_hash), same_hash[Colliding(77)], Colliding(200) in same_hash, sum(same_hash.values()))
for i in range(0, 200, 2):
    del same_hash[Colliding(i)]
print(len(same_hash), sum(same_hash.values()), [k.n for k in same_hash][:5])
while same_hash:
    same_hash.popitem()
print(same_hash)
words = {}
for i in range(20000):
    words[f"word{i % 1000}"] = words.get(f"word{i % 1000}", 0) + i
print(len(words), words["word999"], list(words)[:3])
queue = {}
for i in range(10000):
    queue[i] = i
    if i >= 10:
        del queue[next(iter(queue))]
print(queue)
