# An uncaught KeyboardInterrupt: the traceback, as for any exception.
def work():
    raise KeyboardInterrupt("stop")


if __name__ == "__main__":
    try:
        work()
    except KeyboardInterrupt as stop:
        print(repr(stop))
        raise ValueError("translated") from stop
