"""Huffman coding: letters that are frequent get short codes. Compresses a text to bytes and back."""

from collections import Counter

TEXT = """\
It was the best of times, it was the worst of times, it was the age of wisdom, it was the age of
foolishness, it was the epoch of belief, it was the epoch of incredulity, it was the season of Light, it was
the season of Darkness, it was the spring of hope, it was the winter of despair.
"""


class Leaf:
    def __init__(self, symbol, weight):
        self.symbol, self.weight = symbol, weight

    def codes(self, prefix=""):
        yield self.symbol, prefix or "0"


class Branch:
    def __init__(self, left, right):
        self.left, self.right = left, right
        self.weight = left.weight + right.weight

    def codes(self, prefix=""):
        yield from self.left.codes(prefix + "0")
        yield from self.right.codes(prefix + "1")


class Heap:
    """A priority queue; nodes of equal weight come out in the order in which they went in."""

    def __init__(self, nodes=()):
        self.items = []
        self.pushed = 0
        for node in nodes:
            self.push(node)

    def __len__(self):
        return len(self.items)

    def push(self, node):
        self.pushed += 1
        items, i = self.items, len(self.items)
        items.append((node.weight, self.pushed, node))
        while i and items[i][:2] < items[(i - 1) // 2][:2]:
            items[i], items[(i - 1) // 2] = items[(i - 1) // 2], items[i]
            i = (i - 1) // 2

    def pop(self):
        items = self.items
        items[0], items[-1] = items[-1], items[0]
        _, _, node = items.pop()
        i = 0
        while (child := 2 * i + 1) < len(items):
            if child + 1 < len(items) and items[child + 1][:2] < items[child][:2]:
                child += 1
            if items[i][:2] < items[child][:2]:
                break
            items[i], items[child] = items[child], items[i]
            i = child
        return node


def tree_of(text):
    """Join the two lightest nodes until one is left."""
    heap = Heap(Leaf(symbol, weight) for symbol, weight in sorted(Counter(text).items()))
    while len(heap) > 1:
        heap.push(Branch(heap.pop(), heap.pop()))
    return heap.pop()


def compress(text, codes):
    bits = "".join(codes[symbol] for symbol in text)
    padding = -len(bits) % 8
    number = int("1" + bits + "0" * padding, 2)
    return bytes([padding]) + number.to_bytes((number.bit_length() + 7) // 8, "big")


def decompress(data, tree):
    bits = bin(int.from_bytes(data[1:], "big"))[3:]
    bits = bits[:len(bits) - data[0]]
    node, symbols = tree, []
    for bit in bits:
        if isinstance(node, Branch):
            node = node.left if bit == "0" else node.right
        if isinstance(node, Leaf):
            symbols.append(node.symbol)
            node = tree
    return "".join(symbols)


def main():
    tree = tree_of(TEXT)
    codes = dict(tree.codes())
    counts = Counter(TEXT)
    for symbol, code in sorted(codes.items(), key=lambda item: (len(item[1]), item[1])):
        print(f"{symbol!r:>5} {counts[symbol]:3} {code}")
    packed = compress(TEXT, codes)
    print(f"{len(TEXT)} letters became {len(packed)} bytes: {packed[:12].hex(' ')} ...")
    print("saved:", f"{1 - len(packed) / len(TEXT):.1%}")
    print("the same again:", decompress(packed, tree) == TEXT)
    ordered = sorted(codes.values())
    print("no code begins another:", not any(b.startswith(a) for a, b in zip(ordered, ordered[1:])))
    print("a single letter:", compress("aaaa", dict(tree_of("aaaa").codes())))


if __name__ == "__main__":
    main()
