# A SyntaxError from exec is shown with its line and a caret.
def run(text):
    exec(text)


run("x = 1\nif x\n    print(x)\n")
