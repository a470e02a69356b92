"""A state machine whose states are classes, collected by __init_subclass__ and checked when they are defined."""


class State:
    """A state; its methods that start with `on_` are the events it understands and return the next state."""

    states = {}
    initial = None

    def __init_subclass__(cls, *, initial=False, **options):
        super().__init_subclass__(**options)
        State.states[cls.__name__] = cls
        cls.events = tuple(name.removeprefix("on_") for name in dir(cls) if name.startswith("on_"))
        if initial:
            if State.initial is not None:
                raise TypeError(f"both {State.initial.__name__} and {cls.__name__} want to be first")
            State.initial = cls

    def __init__(self, machine):
        self.machine = machine

    def enter(self):
        """Called when the machine comes to this state."""

    def __str__(self):
        return type(self).__name__


class Waiting(State, initial=True):
    def on_coin(self, cents):
        if cents not in self.machine.COINS:
            print(f"    the machine spits out {cents} cents")
            return self
        self.machine.credit += cents
        return "Ready"


class Ready(Waiting):
    def enter(self):
        print(f"    credit: {self.machine.credit}")

    def on_choose(self, name):
        price, left = self.machine.stock.get(name, (None, 0))
        if not left:
            print(f"    no {name} today")
            return self
        if price > self.machine.credit:
            print(f"    {name} costs {price}")
            return self
        self.machine.credit -= price
        self.machine.stock[name] = price, left - 1
        print(f"    here is your {name}")
        return "Ready" if self.machine.credit else "Waiting"

    def on_cancel(self):
        print(f"    change: {self.machine.change()}")
        return "Waiting"


class Broken(State):
    def enter(self):
        print("    out of order")

    def on_repair(self):
        return "Waiting"


class Machine:
    COINS = (200, 100, 50, 20, 10)

    def __init__(self, **stock):
        self.stock = stock
        self.credit = 0
        self.state = State.initial(self)
        self.log = []

    def change(self):
        """Pay the credit out in as few coins as possible."""
        coins = []
        for coin in self.COINS:
            count, self.credit = divmod(self.credit, coin)
            coins += [coin] * count
        return coins

    def send(self, event, *args):
        """Give an event to the state; kicks break any machine."""
        print(f"{self.state}: {event} {' '.join(map(str, args))}".rstrip())
        if event == "kick":
            next_state = "Broken"
        else:
            try:
                handler = getattr(self.state, f"on_{event}")
            except AttributeError:
                print(f"    {self.state} understands {', '.join(self.state.events)}")
                return
            next_state = handler(*args)
        before = self.state
        if next_state is not before:
            self.state = State.states[next_state](self)
            self.state.enter()
        self.log.append((str(before), event, str(self.state)))


EVENTS = """\
choose tea
coin 100
coin 7
choose tea
choose soup
coin 50
coin 20
choose tea
cancel
coin 200
choose cocoa
kick
coin 10
repair
choose tea
"""


def main():
    print("states:", {name: cls.events for name, cls in State.states.items()})
    machine = Machine(tea=(130, 2), cocoa=(150, 1))
    for line in EVENTS.splitlines():
        event, *args = line.split()
        machine.send(event, *(int(a) if a.isdigit() else a for a in args))
    moves = [f"{a}->{b}" for a, _, b in machine.log if a != b]
    print("moves:", " ".join(moves))
    print("stock:", machine.stock)
    try:
        class Impatient(State, initial=True):
            pass
    except TypeError as error:
        print("TypeError:", error)


if __name__ == "__main__":
    main()
