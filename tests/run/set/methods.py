# Sets and frozensets: operations, methods, relations.
def show(s):
    return f"{type(s).__name__}{sorted(s)}" if isinstance(s, (set, frozenset)) else s


a, b = {1, 2, 3}, {3, 4}
f = frozenset([1, 2])
for source in ("a | b", "a & b", "a - b", "a ^ b", "a | f", "f | a", "f & a", "f - {1}", "a.union(b, [9], 'x')" if False else "a.union(b, [9])", "a.intersection([1, 3], (3,))", "a.difference([1], [2])",
               "a.symmetric_difference([3, 3, 5])", "a.union()", "f.union([5])", "a <= {1, 2, 3, 4}", "a < a", "a <= a", "a >= f", "a > f", "a == f", "f == {1, 2}", "a != b", "a.issubset(range(9))",
               "a.issuperset([1])", "a.isdisjoint([7, 8])", "a.isdisjoint([1])", "2 in a", "len(a)", "bool(set())", "a.copy()", "a.copy() is a", "f.copy() is f", "frozenset(f) is f", "set()", "frozenset()", "{1, 1.0, True}",
               "set('hello') == {'h', 'e', 'l', 'o'}", "set({1: 2})", "hash(f) == hash(frozenset([2, 1]))", "{f: 'x'}[frozenset((1, 2))]", "f in {f}", "{1, 2} in [{2, 1}]", "set([1]) in {frozenset([1])}",
               "repr(set())", "repr({1})", "repr(frozenset({1}))", "repr(frozenset())", "str({(1,)})", "{1} < {1, 2} < {1, 2, 3}", "max({3, 9})", "sum({1, 2})", "sorted({3, 1}, reverse=True)", "[*{1}]",
               "a | [1]", "a & 'x'", "a - 5", "a ^ None", "a < [1]", "a == [1, 2, 3]", "{[]}", "{1, {2}}", "set(5)", "set(1, 2)", "frozenset(x=1)", "a.union(5)", "a.issubset(5)", "[] in a", "{1} in a", "{1} in {frozenset([1])}", "hash(a)",
               "a[0]", "f.add(1)", "set().pop()", "a.remove(99)", "a.remove({1})", "a.discard([])", "a.add([])", "a + b", "a * 2", "a.intersection()", "a.difference()"):
    try:
        print(source, "->", show(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
s = {1, 2, 3}
t = s
s.add(4); s.add(4); s.discard(1); s.discard(77); s.remove(2); s.update([5, 6], (7,)); s.update()
print(show(s), t is s)
s |= {10}; s &= {3, 4, 5, 10}; s -= {3}; s ^= {4, 99}
print(show(s), t is s)
s.difference_update([99], [5]); s.intersection_update([10, 11]); s.symmetric_difference_update([11])
print(show(s), s.pop() in (10, 11), len(s), s.clear(), s)
g = h = frozenset([1])
g |= {2}
print(show(g), show(h), frozenset([1]) | {2} == {1, 2}, type({1} | frozenset()), type(frozenset() | {1}))
try:
    s |= [1]
except TypeError as error:
    print(error)
