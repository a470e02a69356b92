"""Enumerations: classes whose attributes are a fixed set of members."""

from types import MappingProxyType, DynamicClassAttribute

__all__ = ["EnumMeta", "Enum", "IntEnum", "Flag", "IntFlag", "auto", "unique"]

_auto_null = object()


class auto:
    """A value that the class chooses."""

    value = _auto_null


def _is_descriptor(obj):
    return hasattr(obj, "__get__") or hasattr(obj, "__set__") or hasattr(obj, "__delete__")


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


def _is_private(cls_name, name):
    start = "_%s__" % cls_name
    return name.startswith(start) and len(name) > len(start) and (name[-1] != "_" or name[-2] != "_")


def _make_class_unpicklable(obj):
    """Gives a class or members a __reduce_ex__ that refuses."""
    def refuse(self, proto):
        raise TypeError("%r cannot be pickled" % self)
    if isinstance(obj, dict):
        obj["__reduce_ex__"], obj["__module__"] = refuse, "<unknown>"
    else:
        setattr(obj, "__reduce_ex__", refuse)
        setattr(obj, "__module__", "<unknown>")


class _EnumDict(dict):
    """The namespace of an enum's body: it notes which names are members."""

    def __init__(self):
        super().__init__()
        self._auto_called = False
        self._member_names, self._last_values, self._ignore = [], [], []

    def __setitem__(self, key, value):
        if _is_private(self._cls_name, key):
            import warnings
            warnings.warn("private variables, such as %r, will be normal attributes in 3.11" % (key,),
                          DeprecationWarning, stacklevel=2)
        if _is_sunder(key):
            value = self._special(key, value)
        elif _is_dunder(key):
            if key == "__order__":
                key = "_order_"
        elif key in self._member_names:
            raise TypeError("Attempted to reuse key: %r" % key)
        elif key in self._ignore:
            pass
        elif not _is_descriptor(value):
            if key in self:
                raise TypeError("%r already defined as: %r" % (key, self[key]))
            if isinstance(value, auto):
                value = self._chosen(key, value)
            self._member_names.append(key)
            self._last_values.append(value)
        super().__setitem__(key, value)

    def _chosen(self, key, choice):
        """What auto() stands for, which is chosen once."""
        if choice.value is _auto_null:
            names, values = self._member_names, self._last_values
            choice.value = self._generate_next_value(key, 1, len(names), values[:])
            self._auto_called = True
        return choice.value

    def _special(self, key, value):
        if key not in ("_order_", "_create_pseudo_member_", "_generate_next_value_", "_missing_", "_ignore_"):
            raise ValueError("_names_ are reserved for future Enum use")
        if key == "_generate_next_value_":
            if self._auto_called:
                raise TypeError("_generate_next_value_ must be defined before members")
            self._generate_next_value = value
        elif key == "_ignore_":
            value = value.replace(",", " ").split() if isinstance(value, str) else list(value)
            self._ignore = value
            already = set(value) & set(self._member_names)
            if already:
                raise ValueError("_ignore_ cannot specify already set names: %r" % (already,))
        return value


# Until the class below exists.
Enum = None


class EnumMeta(type):
    """The class of enums."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members(cls, bases)
        namespace = _EnumDict()
        namespace._cls_name = cls
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        if first_enum is not None:
            namespace["_generate_next_value_"] = getattr(first_enum, "_generate_next_value_", None)
        return namespace

    def __new__(metacls, cls, bases, classdict, **kwds):
        classdict.setdefault("_ignore_", []).append("_ignore_")
        for key in classdict["_ignore_"]:
            classdict.pop(key, None)
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        new, save_new, use_args = metacls._find_new_(classdict, member_type, first_enum)
        members = {name: classdict[name] for name in classdict._member_names}
        for name in classdict._member_names:
            del classdict[name]
        order = classdict.pop("_order_", None)
        invalid = set(members) & {"mro", ""}
        if invalid:
            raise ValueError("Invalid enum member name: {0}".format(",".join(invalid)))
        if "__doc__" not in classdict:
            classdict["__doc__"] = "An enumeration."
        enum_class = super().__new__(metacls, cls, bases, classdict, **kwds)
        enum_class._member_names_ = []
        enum_class._member_map_ = {}
        enum_class._member_type_ = member_type
        # Names that a descriptor of a base would hide from the class.
        dynamic = {name for base in enum_class.mro() for name, value in base.__dict__.items()
                   if isinstance(value, DynamicClassAttribute)}
        enum_class._value2member_map_ = {}
        if "__reduce_ex__" not in classdict and member_type is not object:
            methods = ("__getnewargs_ex__", "__getnewargs__", "__reduce_ex__", "__reduce__")
            if not any(method in member_type.__dict__ for method in methods):
                if "__new__" in classdict:
                    _make_class_unpicklable(enum_class)
                else:
                    for chain in bases:
                        pass
        for name, value in members.items():
            enum_class._add_member(name, value, new, use_args, dynamic)
        for name in ("__repr__", "__str__", "__format__", "__reduce_ex__"):
            if name in classdict:
                continue
            # A method of the mixed-in type gives way to the enum's.
            if getattr(member_type, name, None) is getattr(enum_class, name) is not getattr(object, name, None) or \
                    member_type is not object and getattr(enum_class, name) is getattr(member_type, name, None):
                setattr(enum_class, name, getattr(first_enum, name, None))
        if Enum is not None:
            if save_new:
                enum_class.__new_member__ = new
            enum_class.__new__ = Enum.__new__
        if order is not None:
            if isinstance(order, str):
                order = order.replace(",", " ").split()
            if order != enum_class._member_names_:
                raise TypeError("member order does not match _order_")
        return enum_class

    def _add_member(cls, name, value, new, use_args, dynamic):
        args = value if isinstance(value, tuple) else (value,)
        if cls._member_type_ is tuple:
            args = (args,)
        member = new(cls, *args) if use_args else new(cls)
        if not hasattr(member, "_value_"):
            member._value_ = value if not use_args or cls._member_type_ is object else cls._member_type_(*args)
        value = member._value_
        member._name_ = name
        member.__objclass__ = cls
        member.__init__(*args)
        # A second name for a value is an alias of the first.
        for known in cls._member_map_.values():
            if known._value_ == value:
                member = known
                break
        else:
            cls._member_names_.append(name)
        if name not in dynamic:
            setattr(cls, name, member)
        cls._member_map_[name] = member
        try:
            cls._value2member_map_[value] = member
        except TypeError:
            # Not hashable: it is looked for among the members.
            pass

    def __bool__(self):
        """Classes are true, whatever members they have."""
        return True

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1):
        """The member with a value; or with names, a new enum."""
        if names is None:
            return cls.__new__(cls, value)
        return cls._create_(value, names, module=module, qualname=qualname, type=type, start=start)

    def __contains__(cls, obj):
        if not isinstance(obj, Enum):
            import warnings
            warnings.warn("in 3.12 __contains__ will no longer raise TypeError, but will return True if\n"
                          "obj is a member or a member's value", DeprecationWarning, stacklevel=2)
            raise TypeError("unsupported operand type(s) for 'in': '%s' and '%s'"
                            % (type(obj).__qualname__, cls.__class__.__qualname__))
        return isinstance(obj, cls) and obj._name_ in cls._member_map_

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError("Cannot reassign members.")
        super().__setattr__(name, value)

    def __delattr__(cls, attr):
        if attr not in cls._member_map_:
            super().__delattr__(attr)
        else:
            raise AttributeError("%s: cannot delete Enum member." % cls.__name__)

    def __getattr__(cls, name):
        # Reached for members whose names are those of descriptors in a base, and for what is not there.
        if not _is_dunder(name):
            try:
                return cls._member_map_[name]
            except KeyError:
                raise AttributeError(name) from None
        raise AttributeError(name)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    # The members in the order of their definition, without aliases

    def __len__(cls):
        return len(cls._member_names_)

    def __iter__(cls):
        """The members in the order of their definition."""
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        """The members in the opposite order."""
        return (cls._member_map_[name] for name in cls._member_names_[::-1])

    __members__ = property(lambda cls: MappingProxyType(cls._member_map_), doc="Names to members, aliases too.")

    def __dir__(self):
        return [*("__class__", "__doc__", "__members__", "__module__"), *self._member_names_]

    def __repr__(cls):
        return "<enum %r>" % cls.__name__

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1):
        """A new enum from names, or from pairs of names and values."""
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        _, first_enum = cls._get_mixins_(class_name, bases)
        classdict = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            plain, names = names, []
            last_values = []
            for count, name in enumerate(plain):
                value = first_enum._generate_next_value_(name, start, count, last_values[:])
                last_values.append(value)
                names.append((name, value))
        for entry in names:
            key, value = (entry, names[entry]) if isinstance(entry, str) else entry
            classdict[key] = value
        enum_class = metacls.__new__(metacls, class_name, bases, classdict)
        if module is None:
            import sys
            try:
                module = sys._getframe(2).f_globals["__name__"]
            except (KeyError, ValueError, AttributeError):
                module = None
        if qualname is not None:
            enum_class.__qualname__ = qualname
        if module is not None:
            enum_class.__module__ = module
        else:
            _make_class_unpicklable(enum_class)
        return enum_class

    @staticmethod
    def _check_for_existing_members(class_name, bases):
        if Enum is None:
            return
        for ancestor in [ancestor for base in bases for ancestor in base.__mro__]:
            if issubclass(ancestor, Enum) and ancestor._member_names_:
                raise TypeError("%s: cannot extend enumeration %r" % (class_name, ancestor.__name__))

    @staticmethod
    def _get_mixins_(class_name, bases):
        """The data type of the members, and the enum that they inherit from."""
        if not bases:
            return object, Enum
        first_enum = bases[-1]
        if not issubclass(first_enum, Enum):
            raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] "
                            "enum_type)`")
        found = set()
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                if base is object:
                    continue
                if issubclass(base, Enum):
                    if base._member_type_ is not object:
                        found.add(base._member_type_)
                        break
                elif "__new__" in base.__dict__:
                    if not issubclass(base, Enum):
                        found.add(candidate or base)
                        break
                else:
                    candidate = candidate or base
        if len(found) > 1:
            raise TypeError("%r: too many data types: %r" % (class_name, found))
        member_type = found.pop() if found else object
        if first_enum._member_names_:
            raise TypeError("Cannot extend enumerations")
        return member_type, first_enum

    @staticmethod
    def _find_new_(classdict, member_type, first_enum):
        """What makes a member, whether to keep it, and whether it takes the value's arguments."""
        new = classdict.get("__new__", None)
        save_new = first_enum is not None and new is not None
        if new is None:
            for method in ("__new_member__", "__new__"):
                for possible in (member_type, first_enum):
                    target = getattr(possible, method, None)
                    if target not in {None, None.__new__, object.__new__, getattr(Enum, "__new__", None)}:
                        new = target
                        break
                if new is not None:
                    break
            else:
                new = object.__new__
        return new, save_new, new is not object.__new__


class Enum(metaclass=EnumMeta):
    """Generic enumeration.

    Derive from this class to define new enumerations.
    """

    def __new__(cls, value):
        # Members were made with the class: this only finds them.
        if type(value) is cls:
            return value
        try:
            member = cls._value2member_map_.get(value)
        except TypeError:
            # Not hashable, as the values of some members may be.
            for candidate in cls._member_map_.values():
                if candidate._value_ == value:
                    return candidate
        else:
            if member is not None:
                return member
        return cls._find_missing(value)

    @classmethod
    def _find_missing(cls, value):
        failure = None
        result = None
        try:
            result = cls._missing_(value)
        except Exception as e:
            failure = e
        if isinstance(result, cls):
            return result
        error = ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        if result is None and failure is None:
            raise error
        if failure is None:
            failure = TypeError("error in %s._missing_: returned %r instead of None or a valid member"
                                % (cls.__name__, result))
        if not isinstance(failure, ValueError):
            failure.__context__ = error
        raise failure

    def _generate_next_value_(name, start, count, last_values):
        """What auto() stands for: one more than the last int."""
        for last in reversed(last_values):
            try:
                return last + 1
            except TypeError:
                pass
        return start

    @classmethod
    def _missing_(cls, value):
        return None

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __repr__(self):
        return f"<{self.__class__.__name__}.{self._name_}: {self._value_!r}>"

    def __dir__(self):
        added = [name for cls in self.__class__.mro() for name in cls.__dict__
                 if name[0] != "_" and name not in self._member_map_] + [name for name in self.__dict__ if name[0] != "_"]
        return ["__class__", "__doc__", "__module__"] + added

    def __format__(self, format_spec):
        """A pure enum as its str; one with a data type as its value, unless it has a __str__ of its own."""
        own_str = type(self).__str__ not in (Enum.__str__, Flag.__str__)
        if self._member_type_ is object or own_str:
            return str.__format__(str(self), format_spec)
        return self._member_type_.__format__(self._value_, format_spec)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __hash__(self):
        return hash(self._name_)

    # Reached through a member only, so that members may be called name and value.

    @DynamicClassAttribute
    def value(self):
        """What the member stands for."""
        return self._value_

    @DynamicClassAttribute
    def name(self):
        """What the member is called."""
        return self._name_


class IntEnum(int, Enum):
    """Enum where members are also (and must be) ints"""


def _reduce_ex_by_name(self, proto):
    return self.name


class Flag(Enum):
    """Support for flags"""

    def _generate_next_value_(name, start, count, last_values):
        """The next power of two."""
        if not count:
            return start if start is not None else 1
        for last in reversed(last_values):
            try:
                return 1 << last.bit_length()
            except Exception:
                raise TypeError("Invalid Flag value: %r" % last) from None

    @classmethod
    def _missing_(cls, value):
        """The member for a combination of flags, made when it is first asked for."""
        original = value
        if value < 0:
            value = ~value
        member = cls._create_pseudo_member_(value)
        return ~member if original < 0 else member

    @classmethod
    def _create_pseudo_member_(cls, value):
        member = cls._value2member_map_.get(value, None)
        if member is None:
            _, extra = _decompose(cls, value)
            if extra:
                raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
            member = object.__new__(cls)
            member._name_ = None
            member._value_ = value
            member = cls._value2member_map_.setdefault(value, member)
        return member

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': '%s' and '%s'"
                            % (type(other).__qualname__, self.__class__.__qualname__))
        return other._value_ & self._value_ == other._value_

    def _parts(self):
        members, _ = _decompose(self.__class__, self._value_)
        return members

    def __repr__(self):
        cls = self.__class__
        if self._name_ is not None:
            return "<%s.%s: %r>" % (cls.__name__, self._name_, self._value_)
        return "<%s.%s: %r>" % (cls.__name__, "|".join(str(m._name_ or m._value_) for m in self._parts()), self._value_)

    def __str__(self):
        cls = self.__class__
        if self._name_ is not None:
            return "%s.%s" % (cls.__name__, self._name_)
        members = self._parts()
        if len(members) == 1 and members[0]._name_ is None:
            return "%s.%r" % (cls.__name__, members[0]._value_)
        return "%s.%s" % (cls.__name__, "|".join(str(m._name_ or m._value_) for m in members))

    def __bool__(self):
        return bool(self._value_)

    def __or__(self, other):
        return self.__class__(self._value_ | other._value_) if isinstance(other, self.__class__) else NotImplemented

    def __and__(self, other):
        return self.__class__(self._value_ & other._value_) if isinstance(other, self.__class__) else NotImplemented

    def __xor__(self, other):
        return self.__class__(self._value_ ^ other._value_) if isinstance(other, self.__class__) else NotImplemented

    def __invert__(self):
        members, _ = _decompose(self.__class__, self._value_)
        inverted = self.__class__(0)
        for member in self.__class__:
            if member not in members and not member._value_ & self._value_:
                inverted = inverted | member
        return self.__class__(inverted)


class IntFlag(int, Flag):
    """Support for integer-based Flags"""

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        return cls._create_pseudo_member_(value)

    @classmethod
    def _create_pseudo_member_(cls, value):
        member = cls._value2member_map_.get(value, None)
        if member is not None:
            return member
        # Bits without a name get members of their own, from the lowest on.
        needed = [value]
        _, extra = _decompose(cls, value)
        while extra:
            bit = extra.bit_length() - 1
            flag = 1 << bit
            if flag not in cls._value2member_map_ and flag not in needed:
                needed.append(flag)
            extra = 0 if extra == -flag else extra ^ flag
        for number in reversed(needed):
            member = int.__new__(cls, number)
            member._name_ = None
            member._value_ = number
            member = cls._value2member_map_.setdefault(number, member)
        return member

    def __or__(self, other):
        cls = self.__class__
        return cls(self._value_ | cls(other)._value_) if isinstance(other, (cls, int)) else NotImplemented

    def __and__(self, other):
        cls = self.__class__
        return cls(self._value_ & cls(other)._value_) if isinstance(other, (cls, int)) else NotImplemented

    def __xor__(self, other):
        cls = self.__class__
        return cls(self._value_ ^ cls(other)._value_) if isinstance(other, (cls, int)) else NotImplemented

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__

    def __invert__(self):
        return self.__class__(~self._value_)


def _decompose(flag, value):
    """The members that make up a value, the greatest first, and the bits that none of them has."""
    extra = value
    negative = value < 0
    members = []
    for member in flag:
        number = member.value
        if number and number & value == number:
            members.append(member)
            extra &= ~number
    if not negative:
        rest = extra
        while rest:
            bit = 1 << (rest.bit_length() - 1)
            if bit in flag._value2member_map_:
                members.append(flag._value2member_map_[bit])
                extra &= ~bit
            rest &= ~bit
    if not members and value in flag._value2member_map_:
        members.append(flag._value2member_map_[value])
    members.sort(key=lambda member: member._value_, reverse=True)
    if len(members) > 1 and members[0].value == value:
        # The combination itself is no part of it.
        members.pop(0)
    return members, extra


def unique(enumeration):
    """Class decorator: no two names may have the same value."""
    duplicates = [(name, member.name) for name, member in enumeration.__members__.items() if name != member.name]
    if duplicates:
        details = ", ".join("%s -> %s" % pair for pair in duplicates)
        raise ValueError("duplicate values found in %r: %s" % (enumeration, details))
    return enumeration
