# The lines of a with block, of __exit__ and of finally in a traceback.
class Manager:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        print("exit", kind.__name__)
        self.close()

    def close(self):
        raise OSError("cannot close")


def run():
    with Manager() as m:
        try:
            1 / 0
        finally:
            print("finally")


run()
