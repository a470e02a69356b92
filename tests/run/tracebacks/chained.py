# An uncaught exception with a context and a cause.
def read(text):
    try:
        return int(text)
    except ValueError as error:
        raise RuntimeError(f"cannot read {text!r}") from error


def main():
    try:
        read("x1")
    except RuntimeError:
        print("handling", flush=True)
        raise KeyError("while handling")


main()
