# Objects with __del__, linked a hundred thousand deep.
class Node:
    count = 0

    def __init__(self, next):
        self.next = next

    def __del__(self):
        Node.count += 1


head = None
for _ in range(100_000):
    head = Node(head)
head = None
print(Node.count)


class InList:
    count = 0

    def __del__(self):
        InList.count += 1


x = None
for _ in range(50_000):
    item = InList()
    item.rest = [x]
    x = item
item = None
x = None
print(InList.count)


def generator(inner):
    try:
        yield inner
    finally:
        generator.closed += 1


generator.closed = 0
g = None
for _ in range(50_000):
    h = generator(g)
    next(h)
    g = h
g = h = None
print(generator.closed)
