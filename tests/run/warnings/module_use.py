# Warnings raised by programs, as far as the warnings machinery of builtins goes.
import warnings

warnings.warn("first")
warnings.warn("a category", DeprecationWarning)
warnings.warn("runtime", RuntimeWarning)
for _ in range(3):
    warnings.warn("only once from one place")


def deprecated():
    warnings.warn("called from elsewhere", UserWarning, stacklevel=2)


deprecated()
deprecated()
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        warnings.warn("now an error", RuntimeWarning)
    except RuntimeWarning as error:
        print(repr(error))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.warn("recorded")
    warnings.warn("again", FutureWarning)
print([(str(w.message), w.category.__name__, w.lineno) for w in caught])
warnings.filterwarnings("ignore", message="quiet")
warnings.warn("quiet please")
print("end")
