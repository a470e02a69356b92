# An enumeration built with a metaclass: members, aliases, iteration, flags.
class EnumMeta(type):
    def __new__(mcs, name, bases, ns):
        plain = {k: v for k, v in ns.items() if k.startswith("_") or callable(v) or isinstance(v, (property, classmethod))}
        cls = super().__new__(mcs, name, bases, plain)
        cls._members = {}
        for k, v in ns.items():
            if k not in plain:
                alias = next((m for m in cls._members.values() if m.value == v), None)
                if alias is None:
                    alias = object.__new__(cls)
                    alias.name, alias.value = k, v
                cls._members[k] = alias
                setattr(cls, k, alias)
        return cls

    def __iter__(cls):
        return iter(dict.fromkeys(cls._members.values()))

    def __len__(cls):
        return sum(1 for _ in cls)

    def __getitem__(cls, name):
        return cls._members[name]

    def __call__(cls, value):
        for m in cls:
            if m.value == value:
                return m
        raise ValueError(f"{value!r} is not a valid {cls.__name__}")

    def __contains__(cls, m):
        return m in cls._members.values()

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_members", {}) and name in cls.__dict__:
            raise AttributeError(f"cannot reassign {name}")
        super().__setattr__(name, value)


class Enum(metaclass=EnumMeta):
    def __repr__(self):
        return f"<{type(self).__name__}.{self.name}: {self.value!r}>"

    def __str__(self):
        return f"{type(self).__name__}.{self.name}"


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1

    @property
    def hexa(self):
        return f"#{self.value:06x}"

    def mix(self, other):
        return Color((self.value + other.value) % 3 + 1)


class Level(Enum):
    LOW, HIGH = range(2)


print(list(Color), len(Color), Color.RED, Color(2), Color["BLUE"], Color.CRIMSON is Color.RED, Color.RED in Color, Level.LOW in Color, Color.GREEN.hexa, Color.RED.mix(Color.BLUE), list(Level), isinstance(Color.RED, Color), {Color.RED: "r"}[Color(1)])
for f in (lambda: Color(9), lambda: Color["NOPE"], lambda: setattr(Color, "RED", 5), lambda: Color.PINK):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
match Color(2):
    case Color.RED:
        print("red")
    case Color.GREEN:
        print("green")
