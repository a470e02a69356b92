"""A sorted mapping as a binary search tree: recursion, iterators, slices, and the container protocols."""


class Tree:
    """Keys in order, kept balanced by random-looking priorities (a treap)."""

    class Node:
        __slots__ = ("key", "value", "priority", "left", "right", "size")

        def __init__(self, key, value, priority):
            self.key, self.value, self.priority = key, value, priority
            self.left = self.right = None
            self.size = 1

        def refresh(self):
            self.size = 1 + Tree.size(self.left) + Tree.size(self.right)
            return self

    def __init__(self, items=()):
        self.root = None
        self.seed = 1
        self.update(items)

    @staticmethod
    def size(node):
        return node.size if node else 0

    def update(self, items):
        for key, value in items.items() if hasattr(items, "items") else items:
            self[key] = value

    def split(self, node, key):
        """Two trees: the keys below `key`, and the others."""
        if node is None:
            return None, None
        if node.key < key:
            node.right, right = self.split(node.right, key)
            return node.refresh(), right
        left, node.left = self.split(node.left, key)
        return left, node.refresh()

    def merge(self, left, right):
        """One tree of two, all keys of the left being smaller."""
        if left is None or right is None:
            return left or right
        if left.priority > right.priority:
            left.right = self.merge(left.right, right)
            return left.refresh()
        right.left = self.merge(left, right.left)
        return right.refresh()

    def find(self, key):
        node = self.root
        while node is not None and node.key != key:
            node = node.left if key < node.key else node.right
        return node

    def __setitem__(self, key, value):
        if node := self.find(key):
            node.value = value
            return
        self.seed = self.seed * 48271 % (2**31 - 1)
        left, right = self.split(self.root, key)
        self.root = self.merge(self.merge(left, Tree.Node(key, value, self.seed)), right)

    def __getitem__(self, key):
        if isinstance(key, slice):
            return [(k, v) for k, v in self.items() if (key.start is None or k >= key.start)
                    and (key.stop is None or k < key.stop)][::key.step]
        if node := self.find(key):
            return node.value
        return self.__missing__(key)

    def __missing__(self, key):
        raise KeyError(key)

    def __delitem__(self, key):
        if key not in self:
            raise KeyError(key)

        def without(node):
            if node.key == key:
                return self.merge(node.left, node.right)
            if key < node.key:
                node.left = without(node.left)
            else:
                node.right = without(node.right)
            return node.refresh()

        self.root = without(self.root)

    def __contains__(self, key):
        return self.find(key) is not None

    def __len__(self):
        return self.size(self.root)

    def nodes(self, node):
        if node is not None:
            yield from self.nodes(node.left)
            yield node
            yield from self.nodes(node.right)

    def items(self):
        return ((node.key, node.value) for node in self.nodes(self.root))

    def __iter__(self):
        return (key for key, _ in self.items())

    def __reversed__(self):
        for position in reversed(range(len(self))):
            yield self.at(position)

    def at(self, position):
        """The key at a position in sorted order, without walking the others."""
        node = self.root
        while True:
            left = self.size(node.left)
            if position == left:
                return node.key
            if position < left:
                node = node.left
            else:
                node, position = node.right, position - left - 1

    def depth(self):
        def measure(node):
            return 1 + max(measure(node.left), measure(node.right)) if node else 0

        return measure(self.root)

    def __or__(self, other):
        result = Tree(self.items())
        result.update(other)
        return result

    def __ior__(self, other):
        self.update(other)
        return self

    def __eq__(self, other):
        return isinstance(other, Tree) and list(self.items()) == list(other.items())

    def __repr__(self):
        return "Tree({" + ", ".join(f"{k!r}: {v!r}" for k, v in self.items()) + "})"


class CountingTree(Tree):
    def __missing__(self, key):
        return 0


def main():
    tree = Tree({"pear": 3, "apple": 5, "fig": 1})
    tree["kiwi"] = 7
    tree["apple"] += 1
    print(tree, len(tree), "fig" in tree, "plum" in tree)
    del tree["fig"]
    print(list(tree), list(reversed(tree)), tree["b":"l"], max(tree), bool(tree), bool(Tree()))
    print(tree | {"date": 2}, tree == Tree(dict(tree.items())), tree == 5)
    tree |= {"lime": 4}
    print([tree.at(i) for i in range(len(tree))], [*zip(tree, range(9))], sorted(tree, key=len))
    numbers = Tree((n * 7919 % 1009, n) for n in range(1009))
    print(len(numbers), list(numbers) == list(range(1009)), "balanced:", numbers.depth() < 30, numbers[100:110:3])
    for n in range(0, 1009, 2):
        del numbers[n]
    print(len(numbers), all(n % 2 for n in numbers))
    words = CountingTree()
    for word in "the more the better the merrier".split():
        words[word] += 1
    print(words, words["none"], words["none":], dict(words.items()))
    for wrong in (lambda: tree["plum"], lambda: tree.__delitem__("plum"), lambda: hash(tree), lambda: tree[1]):
        try:
            wrong()
        except (KeyError, TypeError) as error:
            print(f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    main()
