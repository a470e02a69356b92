"""Paths of files as texts, as POSIX has them: os.path."""

import os

__all__ = ["normcase", "isabs", "join", "splitdrive", "split", "splitext", "basename", "dirname", "commonprefix",
           "getsize", "getmtime", "getatime", "getctime", "islink", "exists", "lexists", "isdir", "isfile", "ismount",
           "expanduser", "expandvars", "normpath", "abspath", "samefile", "sameopenfile", "samestat", "curdir", "pardir",
           "sep", "pathsep", "defpath", "altsep", "extsep", "devnull", "realpath", "supports_unicode_filenames",
           "relpath", "commonpath"]

curdir = "."
pardir = ".."
extsep = "."
sep = "/"
pathsep = ":"
defpath = "/bin:/usr/bin"
altsep = None
devnull = "/dev/null"
supports_unicode_filenames = False


def _texts(path, *more):
    """The slash, dot and nothing, of the kind of the path."""
    return (b"/", b".", b"") if isinstance(path, bytes) else ("/", ".", "")


def _mixed(name, paths):
    for path in paths:
        if not isinstance(path, (str, bytes)):
            raise TypeError("%s() argument must be str, bytes, or os.PathLike object, not %r"
                            % (name, type(path).__name__)) from None
    if len({isinstance(path, bytes) for path in paths}) > 1:
        raise TypeError("Can't mix strings and bytes in path components") from None


def normcase(s):
    """The path itself: case counts."""
    return os.fspath(s)


def isabs(s):
    """Whether it begins at the root."""
    s = os.fspath(s)
    return s.startswith(_texts(s)[0])


def join(a, *p):
    """Paths one below the other; an absolute one makes those before it of no account."""
    a = os.fspath(a)
    slash = _texts(a)[0]
    path = a
    try:
        for part in map(os.fspath, p):
            if part.startswith(slash):
                path = part
            elif not path or path.endswith(slash):
                path += part
            else:
                path += slash + part
    except (TypeError, AttributeError, BytesWarning):
        _mixed("join", (a,) + p)
        raise
    return path


def split(p):
    """(folder, name): the name is what follows the last slash."""
    p = os.fspath(p)
    slash = _texts(p)[0]
    i = p.rfind(slash) + 1
    head, tail = p[:i], p[i:]
    if head and head != slash * len(head):
        head = head.rstrip(slash)
    return head, tail


def splitext(p):
    """(path, extension): the extension begins with the last dot of the name, unless all before that are dots."""
    p = os.fspath(p)
    slash, dot, nothing = _texts(p)
    name = p.rfind(slash) + 1
    place = p.rfind(dot)
    if place > name and p[name:place].strip(dot):
        return p[:place], p[place:]
    return p, p[:0]


def splitdrive(p):
    """(nothing, path): there are no drives."""
    p = os.fspath(p)
    return p[:0], p


def basename(p):
    """The name: what follows the last slash."""
    return split(p)[1]


def dirname(p):
    """The folder: what stands before the name."""
    return split(p)[0]


def _stat(path, call=None):
    try:
        return (call or os.stat)(path)
    except (OSError, ValueError):
        return None


def islink(path):
    """Whether it is a symbolic link."""
    data = _stat(path, os.lstat)
    return data is not None and data.st_mode & 0o170000 == 0o120000


def exists(path):
    """Whether there is such a file or folder."""
    return _stat(path) is not None


def lexists(path):
    """As exists; true for a link that leads nowhere."""
    return _stat(path, os.lstat) is not None


def isfile(path):
    """Whether it is a regular file."""
    data = _stat(path)
    return data is not None and data.st_mode & 0o170000 == 0o100000


def isdir(s):
    """Whether it is a folder."""
    data = _stat(s)
    return data is not None and data.st_mode & 0o170000 == 0o040000


def ismount(path):
    """Whether another file system begins there."""
    here, above = _stat(path, os.lstat), _stat(join(path, ".."), os.lstat)
    return here is not None and above is not None and (here.st_dev != above.st_dev or here.st_ino == above.st_ino)


def getsize(filename):
    """The size in bytes."""
    return os.stat(filename).st_size


def getmtime(filename):
    """When it was changed."""
    return os.stat(filename).st_mtime


def getatime(filename):
    """When it was read."""
    return os.stat(filename).st_atime


def getctime(filename):
    """When its entry was changed."""
    return os.stat(filename).st_ctime


def samestat(s1, s2):
    """Whether both figures are of one file."""
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


def samefile(f1, f2):
    """Whether both names are of one file."""
    return samestat(os.stat(f1), os.stat(f2))


def commonprefix(m):
    """The text that all begin with."""
    if not m:
        return ""
    if not isinstance(m[0], (list, tuple)):
        m = tuple(map(os.fspath, m))
    low, high = min(m), max(m)
    for i, c in enumerate(low):
        if c != high[i]:
            return low[:i]
    return low


def commonpath(paths):
    """The folder that all stand below."""
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    paths = tuple(map(os.fspath, paths))
    _mixed("commonpath", paths)
    slash, dot, _ = _texts(paths[0])
    if len({p.startswith(slash) for p in paths}) > 1:
        raise ValueError("Can't mix absolute and relative paths") from None
    parts = [[part for part in p.split(slash) if part and part != dot] for p in paths]
    return (slash if paths[0].startswith(slash) else slash[:0]) + slash.join(commonprefix(parts))


def expanduser(path):
    """The path with ~ replaced by the user's folder."""
    path = os.fspath(path)
    slash, _, nothing = _texts(path)
    tilde = b"~" if isinstance(path, bytes) else "~"
    if not path.startswith(tilde) or path[1:2] not in (nothing, slash):
        return path
    home = os.environ.get("HOME")
    if home is None:
        return path
    if isinstance(path, bytes):
        home = os.fsencode(home)
    return (home.rstrip(slash) + path[1:]) or slash


def expandvars(path):
    """The path with $name and ${name} replaced from the environment; unknown ones stay."""
    path = os.fspath(path)
    if isinstance(path, bytes):
        return os.fsencode(expandvars(os.fsdecode(path)))
    out = []
    i = 0
    while True:
        start = path.find("$", i)
        if start < 0:
            break
        out.append(path[i:start])
        end = start + 1
        if path[end:end + 1] == "{":
            close = path.find("}", end)
            name, i = (path[end + 1:close], close + 1) if close >= 0 else ("", end)
        else:
            while end < len(path) and (path[end].isalnum() or path[end] == "_") and path[end].isascii():
                end += 1
            name, i = path[start + 1:end], end
        out.append(os.environ.get(name, path[start:i]) if name else path[start:i])
    out.append(path[i:])
    return "".join(out)


def normpath(path):
    """The path without superfluous slashes and dots."""
    path = os.fspath(path)
    slash, dot, nothing = _texts(path)
    if not path:
        return dot
    # POSIX lets two slashes at the start mean something of their own.
    slashes = 0
    if path.startswith(slash):
        slashes = 2 if path.startswith(slash * 2) and not path.startswith(slash * 3) else 1
    parts = []
    for part in path.split(slash):
        if part in (nothing, dot):
            continue
        if part != dot + dot or not slashes and not parts or parts and parts[-1] == dot + dot:
            parts.append(part)
        elif parts:
            parts.pop()
    return (slash * slashes + slash.join(parts)) or dot


def abspath(path):
    """The path from the root on."""
    path = os.fspath(path)
    if not isabs(path):
        path = join(os.getcwdb() if isinstance(path, bytes) else os.getcwd(), path)
    return normpath(path)


def realpath(filename, *, strict=False):
    """The path from the root on, without symbolic links."""
    filename = os.fspath(filename)
    slash, dot, nothing = _texts(filename)
    path = slash
    rest = abspath(os.getcwd() if isinstance(filename, str) else os.getcwdb())
    rest = [part for part in join(rest, filename).split(slash)[::-1] if part]
    seen = set()
    while rest:
        part = rest.pop()
        if part == dot:
            continue
        if part == dot + dot:
            path = dirname(path)
            continue
        new = join(path, part)
        if strict:
            os.lstat(new)
        if not islink(new) or new in seen:
            path = new
            continue
        seen.add(new)
        target = os.readlink(new)
        if target.startswith(slash):
            path = slash
        rest += [part for part in target.split(slash)[::-1] if part]
    return path


def relpath(path, start=None):
    """The path from another folder on, by default from the working folder."""
    if not path:
        raise ValueError("no path specified")
    path = os.fspath(path)
    slash, dot, _ = _texts(path)
    start = dot if start is None else os.fspath(start)
    _mixed("relpath", (path, start))
    here = [part for part in abspath(start).split(slash) if part]
    there = [part for part in abspath(path).split(slash) if part]
    common = len(commonprefix([here, there]))
    parts = [dot + dot] * (len(here) - common) + there[common:]
    return slash.join(parts) if parts else dot
