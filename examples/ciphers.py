"""Old ciphers: Caesar, Vigenere, substitution by keyword, rail fence, and how to break the first of them."""

from collections import Counter
from itertools import cycle

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
FREQUENT = "ETAOINSHRDLU"
MESSAGE = "The meeting is at the old lighthouse, half an hour after sunset. Take the northern road!"


def shifted(letter, by):
    """The letter so many places on; case stays, and what is no letter stays altogether."""
    if not (letter.isascii() and letter.isalpha()):
        return letter
    base = ord("A" if letter.isupper() else "a")
    return chr((ord(letter) - base + by) % 26 + base)


def caesar(text, by):
    return "".join(shifted(letter, by) for letter in text)


def vigenere(text, key, sign=1):
    """A Caesar cipher whose shift changes from letter to letter, as the key says."""
    shifts = cycle(ALPHABET.index(k) * sign for k in key.upper())
    return "".join(shifted(c, next(shifts)) if c.isalpha() else c for c in text)


class Keyword:
    """Substitution: the key's letters first, then the rest of the alphabet."""

    def __init__(self, key):
        self.mixed = "".join(dict.fromkeys(key.upper() + ALPHABET))
        both_cases = ALPHABET + ALPHABET.lower(), self.mixed + self.mixed.lower()
        self.there = str.maketrans(*both_cases)
        self.back = str.maketrans(*reversed(both_cases))

    def encrypt(self, text):
        return text.translate(self.there)

    def decrypt(self, text):
        return text.translate(self.back)


def zigzag(length, rails):
    """The places of a text in the order in which a rail fence reads them."""
    period = 2 * (rails - 1)
    return sorted(range(length), key=lambda i: min(i % period, period - i % period))


def fence(text, rails):
    return "".join(text[i] for i in zigzag(len(text), rails))


def unfence(text, rails):
    plain = [""] * len(text)
    for letter, place in zip(text, zigzag(len(text), rails)):
        plain[place] = letter
    return "".join(plain)


def score(text):
    """How much a text looks like English: its common letters, counted."""
    counts = Counter(text.upper())
    return sum(counts[letter] * (len(FREQUENT) - rank) for rank, letter in enumerate(FREQUENT))


def break_caesar(secret):
    return max((caesar(secret, by) for by in range(26)), key=score)


def xor(data, key):
    return bytes(a ^ b for a, b in zip(data, cycle(key)))


def main():
    print("plain:     ", MESSAGE)
    secret = caesar(MESSAGE, 7)
    print("Caesar:    ", secret)
    print("  broken:  ", break_caesar(secret) == MESSAGE)
    secret = vigenere(MESSAGE, "harbour")
    print("Vigenere:  ", secret)
    print("  back:    ", vigenere(secret, "harbour", -1) == MESSAGE)
    cipher = Keyword("beacon")
    secret = cipher.encrypt(MESSAGE)
    print("Keyword:   ", cipher.mixed)
    print("           ", secret)
    print("  back:    ", cipher.decrypt(secret) == MESSAGE)
    for rails in (2, 3, 5):
        secret = fence(MESSAGE, rails)
        print(f"Fence of {rails}: ", secret, unfence(secret, rails) == MESSAGE)
    secret = xor(MESSAGE.encode(), b"\x13\x37")
    print("XOR:       ", secret[:24].hex(" "), "...", xor(secret, b"\x13\x37").decode() == MESSAGE)
    print("Letters:   ", Counter(c for c in MESSAGE.lower() if c.isalpha()).most_common(6))


if __name__ == "__main__":
    main()
