# A missing module, through two frames.
def load():
    import collections
    import no_such_module_anywhere.part


load()
