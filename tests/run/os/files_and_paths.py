"""os.path on all kinds of names, files and folders, links, the environment, and path-like objects."""

import os
import os.path
import sys
from os.path import join


def show(call, *args, **options):
    """Print what the call gives, or what it raises."""
    try:
        print(repr(call(*args, **options)))
    except BaseException as error:
        print(type(error).__name__, error)


path = os.path

# What os.path makes of a name.
for name in (
    "", "/", "//", "///a", "a", "a/b", "/a/b/", "a//b/../c", "./a", "../a", "a/..", "a.txt", ".bashrc",
    "a.tar.gz", "..a", "a.b/c", "/a/./b", "~", "$HOME/x", "${HOME}y", "$NOPE_X", "a\\b", "..", "a/.",
    "....x",
):
    print(
        repr(name), path.split(name), path.splitext(name), path.basename(name), path.dirname(name),
        path.isabs(name),
    )
    print(path.normpath(name), path.exists(name), path.isdir(name), path.isfile(name), path.splitdrive(name))
    if name.startswith("/"):
        show(path.relpath, name, "/tmp")

# Names put together and compared.
show(path.join, "a", "b", "/c", "d")
show(path.join, "a/", "b", "")
show(path.join, b"a", b"b")
show(path.join, "a", b"b")
show(path.join, "a", 5)
show(path.join, 5)
show(path.commonprefix, ["/ab/c", "/ab/d"])
show(path.commonpath, ["/ab/c", "/ab/d"])
show(path.commonpath, ["a", "/b"])
show(path.commonpath, [])

show(path.relpath, "")
show(path.relpath, "/a/b", "/a/c/d")

# Files and folders: made, listed, walked, renamed.
folder = "os_test_dir"
os.makedirs(join(folder, "x", "y"))
show(os.makedirs, folder)
show(os.makedirs, folder, exist_ok=True)
show(os.mkdir, folder)
with open(join(folder, "f.txt"), "w") as file:
    file.write("hello")
with open(join(folder, "x", "g.py"), "w") as file:
    file.write("1")
print(sorted(os.listdir(folder)), path.getsize(join(folder, "f.txt")), path.isfile(join(folder, "f.txt")))
print(path.isdir(folder), path.exists(join(folder, "nope")), os.stat(join(folder, "f.txt")).st_size)
print(os.stat(join(folder, "f.txt"))[6], os.stat(folder).st_mode & 0o170000 == 0o40000)
print(sorted((root, sorted(folders), sorted(files)) for root, folders, files in os.walk(folder)))
print(sorted((entry.name, entry.path, entry.is_dir(), entry.is_file()) for entry in os.scandir(folder)))
with os.scandir(folder) as entries:
    print(sorted(entry.name for entry in entries))
os.rename(join(folder, "f.txt"), join(folder, "h.txt"))
print(sorted(os.listdir(folder)))

# What is not there, or not empty.
show(os.rename, "nope", "x")
show(os.remove, "nope")
show(os.rmdir, folder)
show(os.listdir, "nope")
show(os.stat, "nope")
show(os.chdir, "nope")

# Links.
os.symlink("h.txt", join(folder, "l"))
print(path.islink(join(folder, "l")), os.readlink(join(folder, "l")))
print(path.realpath(join(folder, "l")) == path.abspath(join(folder, "h.txt")))

# Everything removed again.
os.remove(join(folder, "l"))
os.unlink(join(folder, "h.txt"))
os.remove(join(folder, "x", "g.py"))
os.removedirs(join(folder, "x", "y"))
print(path.exists(folder))

# The environment.
os.environ["QQ_TEST"] = "v"
print(os.environ["QQ_TEST"], os.getenv("QQ_TEST"), os.getenv("NOPE_X", "d"))
print(os.environ.get("NOPE_X"), "QQ_TEST" in os.environ, "PATH" in os.environ)
del os.environ["QQ_TEST"]
show(lambda: os.environ["QQ_TEST"])
show(os.environ.__setitem__, "a", 5)
print(os.environ.setdefault("ZZ_T", "1"), os.environ.pop("ZZ_T"))

# Constants and the process.
print(os.getcwd() == path.abspath("."), os.name, os.sep, repr(os.linesep), os.curdir, os.pardir)
print(os.extsep, os.pathsep, os.devnull, os.path is sys.modules["os.path"], os.getpid() > 0)
print(len(os.urandom(5)), os.cpu_count() > 0, os.error is OSError)


# Path-like objects.
class PathLike:
    def __fspath__(self):
        return "pp"


print(os.fspath(PathLike()), path.join(PathLike(), "x"), os.fspath("a"), isinstance(PathLike(), os.PathLike))
print(os.fsencode("é"), os.fsdecode(b"a"))
show(os.fspath, 5)
print(path.basename(__file__), path.splitext(path.basename(__file__)), path.sep)
