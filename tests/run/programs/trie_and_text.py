# A trie, edit suggestions, word wrap, run lengths, anagrams, longest common prefix.
from collections import Counter, defaultdict


class Trie:
    def __init__(self, words=()):
        self.children, self.final = {}, False
        for word in words:
            self.add(word)

    def add(self, word):
        node = self
        for c in word:
            node = node.children.setdefault(c, Trie())
        node.final = True

    def walk(self, prefix=""):
        if self.final:
            yield prefix
        for c, child in sorted(self.children.items()):
            yield from child.walk(prefix + c)

    def starting(self, prefix):
        node = self
        for c in prefix:
            if (node := node.children.get(c)) is None:
                return
        yield from node.walk(prefix)

    def __contains__(self, word):
        return word in self.starting(word)

    def __len__(self):
        return self.final + sum(map(len, self.children.values()))


def runs(text):
    out, i = [], 0
    while i < len(text):
        j = i
        while j < len(text) and text[j] == text[i]:
            j += 1
        out.append(f"{j - i}{text[i]}" if j - i > 1 else text[i])
        i = j
    return "".join(out)


def unrun(text):
    out, number = "", ""
    for c in text:
        if c.isdigit():
            number += c
        else:
            out += c * int(number or 1)
            number = ""
    return out


def wrap(text, width):
    lines, line = [], []
    for word in text.split():
        if sum(map(len, line)) + len(line) + len(word) > width:
            lines.append(" ".join(line))
            line = []
        line.append(word)
    return lines + [" ".join(line)]


def common_prefix(words):
    first, last = min(words), max(words)
    for i, c in enumerate(first):
        if c != last[i]:
            return first[:i]
    return first


words = "car card care cart cat dog do done tea ten tend inn in i".split()
t = Trie(words)
print(len(t), list(t.starting("ca")), list(t.starting("do")), "car" in t, "ca" in t, "tend" in t, list(t.starting("x")), sorted(words) == list(t.walk()))
print(runs("aaabccddddde"), unrun(runs("aaabccddddde")), unrun("3x2yz"), runs(""), [unrun(runs(w)) == w for w in ("a", "aabb", "abc")])
print(wrap("the quick brown fox jumps over the lazy dog and runs away", 16), common_prefix(["flower", "flow", "flight"]), common_prefix(["abc"]), repr(common_prefix(["a", "b"])))
groups = defaultdict(list)
for word in "listen silent enlist google elbow below inlets cat act".split():
    groups["".join(sorted(word))].append(word)
print([g for g in groups.values() if len(g) > 1], Counter(map(len, words)).most_common())
print("".join(chr((ord(c) - 97 + 13) % 26 + 97) if c.isalpha() else c for c in "uryyb, jbeyq"), " ".join(w[::-1] for w in "abc def".split()), "A man a plan".lower().replace(" ", "") == "amanaplan"[::1])
table = [["name", "qty"], ["apple", 3], ["fig", 12]]
widths = [max(len(str(row[i])) for row in table) for i in range(2)]
for row in table:
    print(" | ".join(f"{cell!s:<{w}}" if i == 0 else f"{cell!s:>{w}}" for i, (cell, w) in enumerate(zip(row, widths))))
