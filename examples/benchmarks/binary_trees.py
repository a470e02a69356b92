"""Binary trees: many small objects are made, walked and dropped."""


class Node:
    __slots__ = ("left", "right")

    def __init__(self, left, right):
        self.left = left
        self.right = right

    def count(self):
        if self.left is None:
            return 1
        return 1 + self.left.count() + self.right.count()


def build(depth):
    if depth == 0:
        return Node(None, None)
    return Node(build(depth - 1), build(depth - 1))


def build_tuple(depth):
    return (build_tuple(depth - 1), build_tuple(depth - 1)) if depth else ()


def count_tuple(tree):
    return 1 + sum(map(count_tuple, tree))


def main(deepest):
    keep = build(deepest)
    for depth in range(4, deepest + 1, 4):
        rounds = 1 << (deepest - depth + 3)
        total = 0
        for _ in range(rounds):
            total += build(depth).count()
        print(f"{rounds} trees of depth {depth}: {total} nodes")
    print("tuples:", sum(count_tuple(build_tuple(8)) for _ in range(200)))
    print("kept:", keep.count())


main(14)
