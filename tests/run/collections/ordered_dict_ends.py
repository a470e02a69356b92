# Both ends of an OrderedDict are cheap, and the order survives many moves.
from collections import OrderedDict

od = OrderedDict.fromkeys("abcdef")
for key in "fca":
    od.move_to_end(key, last=False)
print("".join(od), "".join(reversed(od)))
for key in "eb":
    od.move_to_end(key)
print("".join(od), od.popitem(last=False), od.popitem(), "".join(od))
od["z"] = 1
od.move_to_end("z", last=False)
od["y"] = 2
print(list(od.items()), len(od), "z" in od)
del od["z"]
print(list(od), od == OrderedDict(od), od == dict(od), od == OrderedDict(reversed(list(od.items()))))
for key in ("nope", "z"):
    try:
        od.move_to_end(key, last=False)
    except KeyError as error:
        print("KeyError", error)

queue = OrderedDict((i, str(i)) for i in range(1000))
for i in range(20000):
    key, value = queue.popitem(last=False)
    queue[key + 1000] = value
print(next(iter(queue)), next(reversed(queue)), len(queue))
for i in range(20000):
    key, value = queue.popitem()
    queue[key - 1] = value
    queue.move_to_end(key - 1, last=False)
print(len(queue), next(iter(queue.items())))
while queue:
    queue.popitem(last=bool(len(queue) % 3))
print(queue, repr(OrderedDict(a=OrderedDict(b=1))))
