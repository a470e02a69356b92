"""The lighthouse: a text adventure that reads its commands from standard input.

Try it by hand with `minipy run examples/adventure.py`, or let
`adventure.stdin` play it.
"""

DIRECTIONS = {"n": "north", "s": "south", "e": "east", "w": "west", "u": "up", "d": "down"}


class Room:
    """A place with ways out and things in it."""

    def __init__(self, name, description, things=()):
        self.name = name
        self.description = description
        self.things = list(things)
        self.exits = {}

    def connect(self, direction, other, back):
        self.exits[direction] = other
        other.exits[back] = self


class GameOver(Exception):
    """Raised to end the game; its message is the last thing the player reads."""


class Game:
    """The state of the world, and a method for each verb: `do_look` is `look`."""

    def __init__(self):
        beach = Room("Beach", "Grey sand, grey sea. A lighthouse stands dark to the north.", ["driftwood"])
        hall = Room("Hall", "A round hall. Stairs lead up; a door leads east.", ["lantern"])
        store = Room("Storeroom", "Shelves, cobwebs, and a smell of oil.", ["oil", "rope"])
        top = Room("Lamp room", "Glass all around. The great lamp is cold.")
        beach.connect("north", hall, "south")
        hall.connect("east", store, "west")
        hall.connect("up", top, "down")
        self.room, self.top = beach, top
        self.carried = []
        self.lit = False
        self.moves = 0

    def do_look(self, _=""):
        print(f"[{self.room.name}] {self.room.description}")
        if self.room.things:
            print("You see:", ", ".join(sorted(self.room.things)) + ".")
        print("Ways out:", ", ".join(self.room.exits) + ".")

    def do_go(self, direction):
        direction = DIRECTIONS.get(direction, direction)
        if direction not in self.room.exits:
            print("You cannot go that way.")
        elif self.room.exits[direction] is self.top and not self.lit:
            print("The stairs are pitch dark. You need a light.")
        else:
            self.room = self.room.exits[direction]
            self.do_look()

    def do_take(self, thing):
        if thing not in self.room.things:
            print(f"There is no {thing or 'such thing'} here.")
            return
        self.room.things.remove(thing)
        self.carried.append(thing)
        print(f"Taken: {thing}.")

    def do_drop(self, thing):
        try:
            self.carried.remove(thing)
        except ValueError:
            print("You are not carrying that.")
        else:
            self.room.things.append(thing)
            print(f"Dropped: {thing}.")

    def do_light(self, thing):
        match thing, self.room.name:
            case "lantern", _ if {"lantern", "oil"} <= set(self.carried):
                self.lit = True
                print("The lantern burns with a steady flame.")
            case "lantern", _ if "lantern" in self.carried:
                print("The lantern is empty.")
            case "lamp", "Lamp room":
                raise GameOver("The great lamp flares up. Far out, a ship turns from the rocks. You have won!")
            case _:
                print("That does not burn.")

    def do_inventory(self, _=""):
        print("You carry:", ", ".join(self.carried) or "nothing", end=".\n")

    def do_quit(self, _=""):
        raise GameOver("The sea keeps its secrets.")

    def perform(self, line):
        """Carry out one line; a bare direction is a walk."""
        verb, _, rest = line.strip().lower().partition(" ")
        if verb in DIRECTIONS or verb in DIRECTIONS.values():
            verb, rest = "go", verb
        action = getattr(self, f"do_{verb}", None)
        if action is None:
            print(f"I do not know how to {verb!r}.")
            return
        self.moves += 1
        action(rest.strip())

    def play(self):
        self.do_look()
        while True:
            try:
                line = input("> ")
            except EOFError:
                print("\nYou fall asleep on the sand.")
                break
            print(line)
            try:
                if line.strip():
                    self.perform(line)
            except GameOver as end:
                print(end)
                break
        print(f"You made {self.moves} moves.")


if __name__ == "__main__":
    Game().play()
