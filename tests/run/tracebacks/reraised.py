# Raising again: the traceback grows at its end that is nearest to the catcher.
saved = None


def fail():
    raise KeyError("first")


def catch():
    global saved
    try:
        fail()
    except KeyError as error:
        saved = error


def again():
    raise saved


catch()
try:
    again()
except KeyError:
    print("once more")
    raise
