"""Context managers: made from generators, joined in stacks, and small ones ready to use."""

import sys
from _collections_abc import _check_methods as _has_methods
from abc import ABC, abstractmethod
from collections import deque
from functools import wraps
from types import GenericAlias, MethodType

__all__ = ["asynccontextmanager", "contextmanager", "closing", "nullcontext", "AbstractContextManager",
           "AbstractAsyncContextManager", "AsyncExitStack", "ContextDecorator", "ExitStack", "redirect_stdout",
           "redirect_stderr", "suppress", "aclosing"]


class AbstractContextManager(ABC):
    """What has __enter__ and __exit__."""

    def __enter__(self):
        return self

    @abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        """Called at the end; a true result swallows the exception."""

    __class_getitem__ = classmethod(GenericAlias)

    @classmethod
    def __subclasshook__(cls, C):
        return _has_methods(C, "__enter__", "__exit__") if cls is AbstractContextManager else NotImplemented


class AbstractAsyncContextManager(ABC):
    """What has __aenter__ and __aexit__."""

    async def __aenter__(self):
        return self

    @abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        """Awaited at the end; a true result swallows the exception."""

    __class_getitem__ = classmethod(GenericAlias)

    @classmethod
    def __subclasshook__(cls, C):
        return _has_methods(C, "__aenter__", "__aexit__") if cls is AbstractAsyncContextManager else NotImplemented


def _own_manager(self):
    """The manager for one call: itself, where it can be entered again."""
    return self


class ContextDecorator:
    """Lets a context manager decorate functions: each call runs inside it."""

    _recreate_cm = _own_manager

    def __call__(self, func):
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)
        return wraps(func)(inner)


class AsyncContextDecorator:
    """As ContextDecorator, for coroutine functions."""

    _recreate_cm = _own_manager

    def __call__(self, func):
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)
        return wraps(func)(inner)


# Managers made from generators

class _GeneratorContextManagerBase:
    """A generator and how to make it anew."""

    def __init__(self, func, args, kwds):
        self.func, self.args, self.kwds = func, args, kwds
        self.gen = func(*args, **kwds)
        doc = getattr(func, "__doc__", None)
        self.__doc__ = doc if doc is not None else type(self).__doc__

    def _recreate_cm(self):
        return self.__class__(self.func, self.args, self.kwds)


class _GeneratorContextManager(_GeneratorContextManagerBase, AbstractContextManager, ContextDecorator):
    """What @contextmanager functions return."""

    def __enter__(self):
        # It was made for this once; what made it need not live on.
        del self.args, self.kwds, self.func
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        gen = self.gen
        if typ is None:
            try:
                next(gen)
            except StopIteration:
                return False
            raise RuntimeError("generator didn't stop")
        given = typ() if value is None else value
        try:
            gen.throw(typ, given, traceback)
        except StopIteration as end:
            # The generator ended: it swallowed the exception, unless that is the very one.
            swallowed = end is not given
        except BaseException as came:
            # PEP 479: of these classes, it comes as the cause of a RuntimeError.
            wrapped = isinstance(given, StopIteration) and isinstance(came, RuntimeError)
            if came is given or wrapped and came.__cause__ is given:
                swallowed = False
            else:
                raise
        else:
            raise RuntimeError("generator didn't stop after throw()")
        if not swallowed:
            # It goes on as it came; the generator's frames are no news.
            given.__traceback__ = traceback
        return swallowed


class _AsyncGeneratorContextManager(_GeneratorContextManagerBase, AbstractAsyncContextManager, AsyncContextDecorator):
    """What @asynccontextmanager functions return."""

    async def __aenter__(self):
        del self.args, self.kwds, self.func
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, typ, value, traceback):
        gen = self.gen
        if typ is None:
            try:
                await anext(gen)
            except StopAsyncIteration:
                return False
            raise RuntimeError("generator didn't stop")
        given = typ() if value is None else value
        try:
            await gen.athrow(typ, given, traceback)
        except StopAsyncIteration as end:
            swallowed = end is not given
        except BaseException as came:
            # PEP 479: of these classes, it comes as the cause of a RuntimeError.
            wrapped = isinstance(given, (StopIteration, StopAsyncIteration)) and isinstance(came, RuntimeError)
            if came is given or wrapped and came.__cause__ is given:
                swallowed = False
            else:
                raise
        else:
            raise RuntimeError("generator didn't stop after athrow()")
        if not swallowed:
            # It goes on as it came; the generator's frames are no news.
            given.__traceback__ = traceback
        return swallowed


def contextmanager(func):
    """Decorator: a generator function that yields once becomes a factory of context managers.

    What stands before the yield happens at entry, what it yields is bound by `as`, and the rest happens at exit; an
    exception of the body is raised at the yield.
    """
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)
    return wraps(func)(helper)


def asynccontextmanager(func):
    """As contextmanager, for asynchronous generator functions and `async with`."""
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)
    return wraps(func)(helper)


# Small managers

class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    """Does nothing; `as` binds enter_result."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    async def __aenter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        """Nothing to do."""

    async def __aexit__(self, *excinfo):
        """Nothing to wait for."""


class closing(AbstractContextManager):
    """Calls thing.close() at the end."""

    def __init__(self, thing):
        self.thing = thing

    def __exit__(self, *exc_info):
        self.thing.close()

    def __enter__(self):
        return self.thing


class aclosing(AbstractAsyncContextManager):
    """Awaits thing.aclose() at the end."""

    def __init__(self, thing):
        self.thing = thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()

    async def __aenter__(self):
        return self.thing


class suppress(AbstractContextManager):
    """Swallows exceptions of these classes; the program goes on behind the with statement."""

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __exit__(self, exctype, excinst, exctb):
        return False if exctype is None else issubclass(exctype, self._exceptions)

    def __enter__(self):
        """Nothing to bind."""


class _RedirectStream(AbstractContextManager):
    """Puts another file in the place of one in sys."""

    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        # Several, for the manager may be entered again before it is left.
        self._old_targets = []

    def __enter__(self):
        name, target = self._stream, self._new_target
        self._old_targets.append(getattr(sys, name))
        setattr(sys, name, target)
        return target

    def __exit__(self, exctype, excinst, exctb):
        previous = self._old_targets.pop()
        setattr(sys, self._stream, previous)


class redirect_stdout(_RedirectStream):
    """sys.stdout is another file meanwhile."""

    _stream = "stdout"


class redirect_stderr(_RedirectStream):
    """sys.stderr is another file meanwhile."""

    _stream = "stderr"


# Stacks

class _BaseExitStack:
    """Exit callbacks, last in first out. Each entry is (is it synchronous, callback of the exception's three)."""

    def __init__(self):
        self._exit_callbacks = deque()

    def pop_all(self):
        """Hand all callbacks over to a new stack."""
        heir = type(self)()
        heir._exit_callbacks, self._exit_callbacks = self._exit_callbacks, deque()
        return heir

    def push(self, exit):
        """Register an __exit__ method, of this object or itself. Usable as a decorator."""
        try:
            exit_method = type(exit).__exit__
        except AttributeError:
            self._push_exit_callback(exit)
        else:
            self._push_exit_callback(MethodType(exit_method, exit))
        return exit

    def enter_context(self, cm):
        """Enter a context manager; it is left when the stack ends. Gives what its __enter__ gave."""
        cls = type(cm)
        exit = cls.__exit__
        result = cls.__enter__(cm)
        self._push_exit_callback(MethodType(exit, cm))
        return result

    def callback(self, callback, /, *args, **kwds):
        """Register a function to be called with these arguments. Usable as a decorator."""
        def _exit_wrapper(exc_type, exc, tb):
            callback(*args, **kwds)
        _exit_wrapper.__wrapped__ = callback
        self._push_exit_callback(_exit_wrapper)
        return callback

    def _push_exit_callback(self, callback, is_sync=True):
        self._exit_callbacks.append((is_sync, callback))


def _fix_context(raised, outer, last):
    """`raised` came out of a callback: its chain of contexts goes on with the exception that the callback was given."""
    exc = raised
    while True:
        context = exc.__context__
        if context is None or context is last:
            return
        if context is outer:
            break
        exc = context
    exc.__context__ = last


class ExitStack(_BaseExitStack, AbstractContextManager):
    """A stack of callbacks and context managers that ends them all, in the opposite order."""

    def __enter__(self):
        return self

    def __exit__(self, *exc_details):
        given = exc_details[0] is not None
        outer = sys.exc_info()[1]
        swallowed = raised = False
        while self._exit_callbacks:
            _, callback = self._exit_callbacks.pop()
            try:
                if callback(*exc_details):
                    swallowed, raised = True, False
                    exc_details = (None, None, None)
            except BaseException as exc:
                _fix_context(exc, outer, exc_details[1])
                raised = True
                exc_details = (type(exc), exc, exc.__traceback__)
        if raised:
            _, last, _ = exc_details
            chain = last.__context__
            try:
                raise last
            except BaseException:
                # Raising it here has given it a context of our own.
                last.__context__ = chain
                raise
        return given and swallowed

    def close(self):
        """End all now."""
        self.__exit__(None, None, None)


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
    """As ExitStack, for asynchronous ones too."""

    async def enter_async_context(self, cm):
        """Enter an asynchronous context manager; it is left when the stack ends."""
        cls = type(cm)
        exit = cls.__aexit__
        result = await cls.__aenter__(cm)
        self._push_exit_callback(MethodType(exit, cm), False)
        return result

    def push_async_exit(self, exit):
        """Register an __aexit__ method, of this object or itself."""
        try:
            exit_method = type(exit).__aexit__
        except AttributeError:
            self._push_exit_callback(exit, False)
        else:
            self._push_exit_callback(MethodType(exit_method, exit), False)
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        """Register a coroutine function to be awaited with these arguments."""
        async def _exit_wrapper(exc_type, exc, tb):
            await callback(*args, **kwds)
        _exit_wrapper.__wrapped__ = callback
        self._push_exit_callback(_exit_wrapper, False)
        return callback

    async def aclose(self):
        """End all now."""
        await self.__aexit__(None, None, None)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_details):
        given = exc_details[0] is not None
        outer = sys.exc_info()[1]
        swallowed = raised = False
        while self._exit_callbacks:
            is_sync, callback = self._exit_callbacks.pop()
            try:
                result = callback(*exc_details)
                if not is_sync:
                    result = await result
                if result:
                    swallowed, raised = True, False
                    exc_details = (None, None, None)
            except BaseException as exc:
                _fix_context(exc, outer, exc_details[1])
                raised = True
                exc_details = (type(exc), exc, exc.__traceback__)
        if raised:
            _, last, _ = exc_details
            chain = last.__context__
            try:
                raise last
            except BaseException:
                # Raising it here has given it a context of our own.
                last.__context__ = chain
                raise
        return given and swallowed
