"""The shortest ways through a railway network: Dijkstra's algorithm with a binary heap of our own."""

NETWORK = """
Arden    Brook 7   Cliff 9   Fern 14
Brook    Cliff 10  Dale 15
Cliff    Dale 11   Fern 2
Dale     Elm 6
Elm      Fern 9
Fern
Island   Jetty 3
Jetty
"""


class PriorityQueue:
    """A heap that knows where each item stands, so that priorities can be lowered."""

    def __init__(self):
        self.heap = []
        self.places = {}

    def __bool__(self):
        return bool(self.heap)

    def __contains__(self, item):
        return item in self.places

    def _set(self, place, entry):
        self.heap[place] = entry
        self.places[entry[1]] = place

    def _rise(self, place, entry):
        while place and entry < self.heap[parent := (place - 1) // 2]:
            self._set(place, self.heap[parent])
            place = parent
        self._set(place, entry)

    def _sink(self, place, entry):
        while (child := 2 * place + 1) < len(self.heap):
            if child + 1 < len(self.heap) and self.heap[child + 1] < self.heap[child]:
                child += 1
            if entry <= self.heap[child]:
                break
            self._set(place, self.heap[child])
            place = child
        self._set(place, entry)

    def put(self, item, priority):
        """Add the item, or lower its priority."""
        if item in self.places:
            place = self.places[item]
            if priority < self.heap[place][0]:
                self._rise(place, (priority, item))
        else:
            self.heap.append(None)
            self._rise(len(self.heap) - 1, (priority, item))

    def pop(self):
        top, last = self.heap[0], self.heap.pop()
        del self.places[top[1]]
        if self.heap:
            self._sink(0, last)
        return top


class Graph:
    """Places, and ways between them that can be gone in both directions."""

    def __init__(self, text):
        self.ways = {}
        for line in text.split("\n"):
            match line.split():
                case [place, *ways]:
                    self.ways.setdefault(place, {})
                    for other, length in zip(ways[::2], map(int, ways[1::2])):
                        self.ways[place][other] = length
                        self.ways.setdefault(other, {})[place] = length

    def distances(self, start):
        """All places that can be reached, nearest first: (place, distance, place before it)."""
        queue, before, done = PriorityQueue(), {start: None}, set()
        queue.put(start, 0)
        while queue:
            distance, place = queue.pop()
            done.add(place)
            yield place, distance, before[place]
            for other, length in self.ways[place].items():
                if other not in done:
                    known = other in queue and queue.heap[queue.places[other]][0]
                    if known is False or distance + length < known:
                        before[other] = place
                        queue.put(other, distance + length)

    def path(self, start, goal):
        """The shortest way and its length, or None."""
        before = {}
        for place, distance, previous in self.distances(start):
            before[place] = previous
            if place == goal:
                way = [goal]
                while (place := before[place]) is not None:
                    way.append(place)
                return way[::-1], distance
        return None


def main():
    graph = Graph(NETWORK)
    print("from Arden:")
    for place, distance, previous in graph.distances("Arden"):
        print(f"  {place:<6} {distance:3}" + (f"  by way of {previous}" if previous else ""))
    for start, goal in [("Arden", "Elm"), ("Brook", "Fern"), ("Dale", "Dale"), ("Jetty", "Island"), ("Arden", "Jetty")]:
        match graph.path(start, goal):
            case None:
                print(f"{start} to {goal}: no way")
            case (way, distance):
                print(f"{start} to {goal}: {' - '.join(way)} ({distance})")
    queue = PriorityQueue()
    for number in (5, 3, 8, 1, 9, 2):
        queue.put(f"item {number}", number)
    queue.put("item 9", 0)
    print("queue:", [queue.pop() for _ in range(len(queue.heap))])


if __name__ == "__main__":
    main()
