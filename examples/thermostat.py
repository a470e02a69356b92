"""Descriptors at work: attributes that check, convert, compute once, and tell others when they change."""

import weakref


class Event:
    """Something one can subscribe to. Listeners are held weakly: who forgets the listener is no longer told."""

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return instance.__dict__.setdefault(self.name, Listeners())


class Listeners:
    def __init__(self):
        self.references = []

    def __iadd__(self, method):
        self.references.append(weakref.WeakMethod(method))
        return self

    def __call__(self, *args):
        self.references = [r for r in self.references if r() is not None]
        for reference in self.references:
            reference()(*args)

    def __len__(self):
        return sum(r() is not None for r in self.references)


class Checked:
    """A data descriptor that checks the value and announces the change."""

    def __init__(self, convert=float, *, low=None, high=None, event=None):
        self.convert, self.low, self.high, self.event = convert, low, high, event

    def __set_name__(self, owner, name):
        self.name, self.private = name, f"_{name}"

    def __get__(self, instance, owner=None):
        return self if instance is None else getattr(instance, self.private)

    def __set__(self, instance, value):
        value = self.convert(value)
        if self.low is not None and value < self.low:
            raise ValueError(f"{self.name} must be at least {self.low}")
        if self.high is not None and value > self.high:
            raise ValueError(f"{self.name} must be at most {self.high}")
        before = getattr(instance, self.private, None)
        setattr(instance, self.private, value)
        if self.event and before is not None and before != value:
            getattr(instance, self.event)(self.name, before, value)

    def __delete__(self, instance):
        raise AttributeError(f"{self.name} cannot be deleted")


class once:
    """A non-data descriptor: computed at the first access, then stored under its own name."""

    def __init__(self, function):
        self.function = function
        self.__doc__ = function.__doc__

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        value = instance.__dict__[self.name] = self.function(instance)
        return value


class Thermostat:
    changed = Event()
    target = Checked(low=5, high=30, event="changed")
    measured = Checked(low=-50, high=60, event="changed")
    room = Checked(str.title)

    def __init__(self, room, target=20):
        self.room, self.target, self.measured = room, target, target

    @property
    def heating(self):
        """Whether it is too cold."""
        return self.measured < self.target - 0.5

    @property
    def fahrenheit(self):
        return self.measured * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, degrees):
        self.measured = round((degrees - 32) * 5 / 9, 2)

    @once
    def serial(self):
        """A number worked out when somebody asks for it."""
        print("  (computing the serial number)")
        return sum(map(ord, self.room)) * 31


class Display:
    def __init__(self, name):
        self.name = name

    def show(self, what, before, after):
        print(f"  {self.name}: {what} {before} -> {after}")


def main():
    thermostat = Thermostat("living room")
    wall, phone = Display("wall"), Display("phone")
    listeners = thermostat.changed
    listeners += wall.show
    listeners += phone.show
    print(thermostat.room, thermostat.target, "heating:", thermostat.heating)
    thermostat.measured = "17.5"
    print("heating:", thermostat.heating, f"{thermostat.fahrenheit:.1f} F")
    thermostat.measured = 17.5  # no change, no event
    del phone
    thermostat.fahrenheit = 68
    print("listeners left:", len(listeners))
    print("serial:", thermostat.serial, thermostat.serial, "serial" in vars(thermostat))
    print("doc:", Thermostat.serial.__doc__, "|", Thermostat.heating.__doc__)

    def delete_target():
        del thermostat.target

    for wrong in (lambda: setattr(thermostat, "target", 99), lambda: Thermostat("attic", 4), delete_target,
                  lambda: setattr(thermostat, "heating", True), lambda: setattr(thermostat, "measured", "warm")):
        try:
            wrong()
        except (ValueError, AttributeError) as error:
            print(f"{type(error).__name__}: {error}")
    print("a class attribute is the descriptor:", type(Thermostat.target).__name__, type(Thermostat.changed).__name__)


if __name__ == "__main__":
    main()
