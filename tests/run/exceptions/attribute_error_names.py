# name and obj of AttributeErrors, whoever raises them: the innermost that tells them counts.
import types


class A:
    here = 1


class Hook:
    def __getattr__(self, name):
        raise AttributeError("no " + name)


class Nested:
    def __getattr__(self, name):
        return A().heer


class Prop:
    @property
    def p(self):
        raise AttributeError("from the property")

    @property
    def q(self):
        raise AttributeError("named", name="given", obj=3)


module = types.ModuleType("m")
module.__getattr__ = lambda name: (_ for _ in ()).throw(AttributeError("module says " + name))
for f in (lambda: A().x, lambda: A.x, lambda: Hook().y, lambda: Nested().z, lambda: Prop().p, lambda: Prop().q, lambda: module.w, lambda: getattr(Hook(), "dynamic"), lambda: (5).real.nope, lambda: types.nope):
    try:
        f()
    except AttributeError as error:
        print(error, "|", error.name, "|", type(error.obj).__name__)
Nested().z
