"""Guess the number: the computer guesses yours, you guess its own. Reads what you type from standard input."""

import sys


def ask(question, accept):
    """Ask until the answer is accepted; `accept` returns None for what it does not like."""
    while True:
        print(question, end=" ", flush=True)
        line = sys.stdin.readline()
        if not line:
            raise EOFError("nobody is answering")
        answer = accept(line.strip())
        if answer is not None:
            print(answer)
            return answer
        print(f"I do not understand {line.strip()!r}.")


def number_between(low, high):
    def accept(text):
        try:
            number = int(text)
        except ValueError:
            return None
        return number if low <= number <= high else None

    return accept


def one_of(*words):
    return lambda text: next((word for word in words if text and word.startswith(text.lower())), None)


def you_guess(secret, limit=100):
    tries = 0
    guess = None
    while guess != secret:
        guess = ask(f"My number is between 1 and {limit}. Your guess?", number_between(1, limit))
        tries += 1
        if guess < secret:
            print("Too small.")
        elif guess > secret:
            print("Too big.")
    print(f"Right, after {tries} {'try' if tries == 1 else 'tries'}!")
    return tries


def i_guess(limit=100):
    low, high, tries = 1, limit, 0
    while low <= high:
        middle = (low + high) // 2
        tries += 1
        match ask(f"Is it {middle}?", one_of("yes", "smaller", "bigger")):
            case "yes":
                print(f"I needed {tries}.")
                return tries
            case "smaller":
                high = middle - 1
            case "bigger":
                low = middle + 1
    print("You must have changed your number!")
    return float("inf")


def main():
    print("First you guess, then I do.")
    try:
        yours = you_guess(secret=(2021 * 37) % 100)
        mine = i_guess()
        print("You win!" if yours < mine else "I win!" if mine < yours else "A draw.")
        ask("Another game?", one_of("yes", "no"))
    except EOFError as end:
        print(f"\nGoodbye: {end}.")
        sys.exit(3)


if __name__ == "__main__":
    main()
