"""A maze: carved by a random walk that turns back at dead ends, drawn with text, and solved breadth first."""

from collections import deque

STEPS = {"N": (0, -1), "E": (1, 0), "S": (0, 1), "W": (-1, 0)}
OPPOSITE = {"N": "S", "S": "N", "E": "W", "W": "E"}


class Dice:
    """Random numbers from a seed, the same everywhere (a linear congruential generator)."""

    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % limit

    def shuffled(self, items):
        items = list(items)
        for i in range(len(items) - 1, 0, -1):
            j = self.below(i + 1)
            items[i], items[j] = items[j], items[i]
        return items


class Maze:
    def __init__(self, width, height, seed=1):
        self.width, self.height = width, height
        self.open = {(x, y): set() for y in range(height) for x in range(width)}
        self.carve(Dice(seed))

    def neighbour(self, cell, direction):
        (x, y), (dx, dy) = cell, STEPS[direction]
        return (x + dx, y + dy)

    def carve(self, dice):
        """Depth first, with a stack of our own instead of recursion."""
        seen, stack = {(0, 0)}, [(0, 0)]
        while stack:
            cell = stack[-1]
            for direction in dice.shuffled(STEPS):
                other = self.neighbour(cell, direction)
                if other in self.open and other not in seen:
                    self.open[cell].add(direction)
                    self.open[other].add(OPPOSITE[direction])
                    seen.add(other)
                    stack.append(other)
                    break
            else:
                stack.pop()

    def solve(self, start=None, goal=None):
        """The shortest way, as a list of cells."""
        start, goal = start or (0, 0), goal or (self.width - 1, self.height - 1)
        came_from, queue = {start: None}, deque([start])
        while queue:
            cell = queue.popleft()
            if cell == goal:
                break
            for direction in STEPS:
                if direction in self.open[cell]:
                    other = self.neighbour(cell, direction)
                    if other not in came_from:
                        came_from[other] = cell
                        queue.append(other)
        way = []
        while goal is not None:
            way.append(goal)
            goal = came_from[goal]
        return way[::-1]

    def directions(self, way):
        """A way in letters: each step, with how often it is taken."""
        text, last, count = [], None, 0
        names = {step: name for name, step in STEPS.items()}
        for (x, y), (a, b) in zip(way, way[1:]):
            name = names[a - x, b - y]
            if name != last and count:
                text.append(f"{last}{count}")
                count = 0
            last, count = name, count + 1
        return " ".join([*text, f"{last}{count}"])

    def draw(self, way=()):
        way = set(way)
        lines = ["+" + "---+" * self.width]
        for y in range(self.height):
            row, floor = "|", "+"
            for x in range(self.width):
                exits = self.open[x, y]
                row += (" * " if (x, y) in way else "   ") + (" " if "E" in exits else "|")
                floor += ("   " if "S" in exits else "---") + "+"
            lines += [row, floor]
        return "\n".join(lines)

    def dead_ends(self):
        return sum(len(exits) == 1 for exits in self.open.values())


def main():
    maze = Maze(12, 6, seed=2021)
    way = maze.solve()
    print(maze.draw())
    print(f"solved in {len(way) - 1} steps: {maze.directions(way)}")
    print(maze.draw(way))
    print("dead ends:", maze.dead_ends(), "of", len(maze.open), "cells")
    for size in (5, 20, 40):
        big = Maze(size, size, seed=size)
        passages = sum(map(len, big.open.values())) // 2
        print(f"{size} x {size}: the way is {len(big.solve())} cells long, {passages} passages "
              f"({'a tree' if passages == size * size - 1 else 'no tree'})")


if __name__ == "__main__":
    main()
