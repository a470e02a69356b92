# Breadth first, depth first, topological order, components, shortest paths, spanning tree, colouring.
from collections import defaultdict, deque

EDGES = [("a", "b", 4), ("a", "c", 2), ("c", "b", 1), ("b", "d", 5), ("c", "d", 8), ("d", "e", 3), ("f", "g", 1)]


class Graph:
    def __init__(self, edges, directed=False):
        self.out = defaultdict(dict)
        for u, v, w in edges:
            self.out[u][v] = w
            if directed:
                self.out[v]
            else:
                self.out[v][u] = w

    def __iter__(self):
        return iter(sorted(self.out))

    def bfs(self, start):
        seen, queue = {start: 0}, deque([start])
        while queue:
            u = queue.popleft()
            for v in sorted(self.out[u]):
                if v not in seen:
                    seen[v] = seen[u] + 1
                    queue.append(v)
        return seen

    def dfs(self, start, seen=None):
        seen = set() if seen is None else seen
        if start not in seen:
            seen.add(start)
            yield start
            for v in sorted(self.out[start]):
                yield from self.dfs(v, seen)

    def components(self):
        left = set(self)
        while left:
            part = set(self.dfs(min(left)))
            left -= part
            yield sorted(part)

    def topological(self):
        order, state = [], {}

        def visit(u):
            if state.get(u) == "open":
                raise ValueError(f"cycle through {u}")
            if u not in state:
                state[u] = "open"
                for v in sorted(self.out[u]):
                    visit(v)
                state[u] = "done"
                order.append(u)

        for u in self:
            visit(u)
        return order[::-1]

    def bellman_ford(self, start):
        dist = {u: float("inf") for u in self}
        dist[start] = 0
        for _ in dist:
            for u in self.out:
                for v, w in self.out[u].items():
                    dist[v] = min(dist[v], dist[u] + w)
        return dist

    def floyd(self):
        names = list(self)
        d = {(u, v): 0 if u == v else self.out[u].get(v, float("inf")) for u in names for v in names}
        for k in names:
            for i in names:
                for j in names:
                    d[i, j] = min(d[i, j], d[i, k] + d[k, j])
        return d

    def kruskal(self):
        parent = {u: u for u in self}

        def find(u):
            while parent[u] != u:
                parent[u] = parent[parent[u]]
                u = parent[u]
            return u

        chosen = []
        for w, u, v in sorted((w, u, v) for u in self.out for v, w in self.out[u].items() if u < v):
            if find(u) != find(v):
                parent[find(u)] = find(v)
                chosen.append((u, v, w))
        return chosen

    def colours(self):
        colour = {}
        for u in sorted(self, key=lambda u: (-len(self.out[u]), u)):
            used = {colour[v] for v in self.out[u] if v in colour}
            colour[u] = next(c for c in range(len(self.out)) if c not in used)
        return colour


g, d = Graph(EDGES), Graph(EDGES, directed=True)
print(g.bfs("a"), list(g.dfs("a")), list(g.components()))
print(d.topological(), d.bellman_ford("a"), g.kruskal(), sum(w for *_, w in g.kruskal()))
table = g.floyd()
print({k: v for k, v in table.items() if k[0] == "a"}, table["f", "a"], g.colours())
try:
    Graph([("x", "y", 1), ("y", "z", 1), ("z", "x", 1)], directed=True).topological()
except ValueError as e:
    print(e)
big = Graph([(i, (i * 7 + 3) % 200, i % 13 + 1) for i in range(200)])
print(len(big.bfs(0)), len(list(big.components())), sum(v for v in big.bellman_ford(0).values() if v != float("inf")), max(big.colours().values()))
