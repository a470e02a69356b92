"""The operating system: files and folders, paths (os.path), the environment, the process."""

import abc
import sys
from _collections_abc import MutableMapping, _check_methods
from types import GenericAlias

import posix
from posix import (chdir, chmod, cpu_count, getcwd, getpid, getppid, link, mkdir, readlink, remove, rename, replace,
                   rmdir, symlink, truncate, unlink, urandom)

name = "posix"
linesep = "\n"
error = OSError

F_OK, X_OK, W_OK, R_OK = 0, 1, 2, 4
O_RDONLY, O_WRONLY, O_RDWR = 0, 1, 2
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2


def fspath(path):
    """The path as a str or bytes."""
    if isinstance(path, (str, bytes)):
        return path
    cls = type(path)
    try:
        found = cls.__fspath__(path)
    except AttributeError:
        if hasattr(cls, "__fspath__"):
            raise
        raise TypeError("expected str, bytes or os.PathLike object, not " + cls.__name__) from None
    if isinstance(found, (str, bytes)):
        return found
    raise TypeError("expected %s.__fspath__() to return str or bytes, not %s" % (cls.__name__, type(found).__name__))


class PathLike(abc.ABC):
    """What stands for a path."""

    @abc.abstractmethod
    def __fspath__(self):
        """The path as a str or bytes."""
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        return _check_methods(subclass, "__fspath__") if cls is PathLike else NotImplemented

    __class_getitem__ = classmethod(GenericAlias)


def fsencode(filename):
    """A path as bytes."""
    filename = fspath(filename)
    return filename.encode("utf-8", "surrogateescape") if isinstance(filename, str) else filename


def fsdecode(filename):
    """A path as a str."""
    filename = fspath(filename)
    return filename.decode("utf-8", "surrogateescape") if isinstance(filename, bytes) else filename


def getcwdb():
    """The working folder as bytes."""
    return fsencode(getcwd())


class _Environ(MutableMapping):
    """The environment: names and values are strs."""

    def __init__(self, data):
        self._data = data

    def _text(self, value):
        if not isinstance(value, str):
            raise TypeError("str expected, not %s" % type(value).__name__)
        return value.encode("utf-8", "surrogateescape")

    def __getitem__(self, key):
        try:
            return fsdecode(self._data[self._text(key)])
        except KeyError:
            raise KeyError(key) from None

    def __setitem__(self, key, value):
        self._data[self._text(key)] = self._text(value)

    def __delitem__(self, key):
        try:
            del self._data[self._text(key)]
        except KeyError:
            raise KeyError(key) from None

    def __iter__(self):
        for key in list(self._data):
            yield fsdecode(key)

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        return "environ({%s})" % ", ".join("%r: %r" % item for item in self.items())

    def copy(self):
        """As a dict."""
        return dict(self)

    def setdefault(self, key, value):
        """The value, which is set now if there is none."""
        if key in self:
            return self[key]
        self[key] = value
        return self[key]

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        return {**self, **other} if hasattr(other, "keys") else NotImplemented

    def __ror__(self, other):
        return {**other, **self} if hasattr(other, "keys") else NotImplemented


environ = _Environ(posix.environ)


def getenv(key, default=None):
    """A variable of the environment."""
    return environ.get(key, default)


def putenv(key, value, /):
    """Set a variable for programs that are started."""


def unsetenv(key, /):
    """Remove a variable for programs that are started."""


_FIGURES = ("st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "st_atime", "st_mtime", "st_ctime")


class stat_result(tuple):
    """What stat gives."""

    __slots__ = ()
    n_fields = n_sequence_fields = 10

    @classmethod
    def _of(cls, figures):
        self = super().__new__(_Precise, figures[:10])
        self.st_atime_ns, self.st_mtime_ns, self.st_ctime_ns = figures[10:]
        self.st_atime, self.st_mtime, self.st_ctime = [ns / 1e9 for ns in figures[10:]]
        return self

    def __repr__(self):
        return "os.stat_result(%s)" % ", ".join("%s=%r" % pair for pair in zip(_FIGURES, self))


for _place, _name in enumerate(_FIGURES):
    setattr(stat_result, _name, property(lambda self, place=_place: self[place]))


class _Precise(stat_result):
    """With times that have fractions."""

    st_atime = st_mtime = st_ctime = None


_Precise.__name__ = _Precise.__qualname__ = "stat_result"


def stat(path, *, dir_fd=None, follow_symlinks=True):
    """What is known of a file."""
    return stat_result._of(posix.stat(path) if follow_symlinks else posix.lstat(path))


def lstat(path, *, dir_fd=None):
    """As stat, of a link itself."""
    return stat_result._of(posix.lstat(path))


def access(path, mode):
    """Whether a file may be used so."""
    try:
        permissions = posix.stat(path)[0]
    except OSError:
        return False
    bits = permissions >> 6 | permissions >> 3 | permissions
    return mode & ~bits & 7 == 0 or mode & X_OK == 0


def listdir(path=None):
    """The names in a folder."""
    return posix.listdir(path)


def _split_off(name):
    """The folder above and the last part, whether or not a slash is behind it."""
    above, last = path.split(name)
    return (above, last) if last else path.split(above)


def makedirs(name, mode=0o777, exist_ok=False):
    """A folder and those above it."""
    head, tail = _split_off(name)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass
        if tail == (b"." if isinstance(tail, bytes) else "."):
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def removedirs(name):
    """Remove a folder, and those above it as long as they are empty."""
    rmdir(name)
    above, last = _split_off(name)
    while above and last:
        try:
            rmdir(above)
        except OSError:
            return
        above, last = path.split(above)


class DirEntry:
    """An entry of a folder."""

    __slots__ = ("name", "path")

    def __init__(self, folder, name):
        self.name = name
        self.path = path.join(folder, name)

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return "<DirEntry %r>" % self.name

    def is_dir(self, *, follow_symlinks=True):
        """Whether it is a folder."""
        return path.isdir(self.path) and (follow_symlinks or not path.islink(self.path))

    def is_file(self, *, follow_symlinks=True):
        """Whether it is a regular file."""
        return path.isfile(self.path) and (follow_symlinks or not path.islink(self.path))

    def is_symlink(self):
        """Whether it is a symbolic link."""
        return path.islink(self.path)

    def stat(self, *, follow_symlinks=True):
        """What is known of it."""
        return stat(self.path, follow_symlinks=follow_symlinks)

    def inode(self):
        """Its number."""
        return lstat(self.path).st_ino


class _Entries:
    """What scandir gives: an iterator, and a context manager."""

    def __init__(self, entries):
        self._entries = entries

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()

    def close(self):
        """No more."""
        self._entries = iter(())


def scandir(path=None):
    """The entries of a folder."""
    folder = "." if path is None else fspath(path)
    return _Entries(DirEntry(folder, name) for name in posix.listdir(folder))


def walk(top, topdown=True, onerror=None, followlinks=False):
    """(folder, names of folders in it, names of files) for a folder and all below it."""
    top = fspath(top)
    try:
        names = listdir(top)
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    folders, files = [], []
    for entry in names:
        (folders if path.isdir(path.join(top, entry)) else files).append(entry)
    if topdown:
        yield top, folders, files
    for entry in folders:
        below = path.join(top, entry)
        if followlinks or not path.islink(below):
            yield from walk(below, topdown, onerror, followlinks)
    if not topdown:
        yield top, folders, files


def get_exec_path(env=None):
    """The folders in which programs are looked for."""
    env = environ if env is None else env
    return (env.get("PATH") or path.defpath).split(":")




import posixpath as path
from posixpath import altsep, curdir, defpath, devnull, extsep, pardir, pathsep, sep

sys.modules["os.path"] = path
