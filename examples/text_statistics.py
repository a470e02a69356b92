"""Statistics of a text: words, sentences, letters, the longest and the most frequent, and a histogram."""

from collections import Counter, defaultdict
from itertools import chain

TEXT = """\
The sea was calm that morning. A small boat left the harbour, and nobody on the quay saw
who was in it. Later, when the fog came in, people would say that there had been two of
them: an old woman, and a boy who held a lantern.

"Where are they going?" asked the harbour master. Nobody knew. The boat had no name, and
no sail; it moved as if the sea itself had decided to carry it. By noon the fog was so
thick that the bell of the church rang every quarter of an hour. The boat was not seen again!
"""
STOP_WORDS = frozenset("a an and as by had in it no of on so that the them they there to was who".split())


def words(text):
    """The words in lower case, without the marks around them."""
    for word in text.split():
        if word := word.strip('.,;:?!"').lower():
            yield word


def sentences(text):
    """Split where a sentence ends; a mark inside quotes ends one too."""
    sentence = []
    for word in text.split():
        sentence.append(word)
        if word.rstrip('"')[-1:] in tuple(".?!"):
            yield " ".join(sentence)
            sentence = []


def wrap(text, width):
    """Lines no longer than `width`."""
    line = ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}".lstrip()
    yield line


def justify(line, width):
    """Spread the spaces so that the line is exactly `width` long."""
    parts = line.split()
    if len(parts) == 1:
        return line
    spaces, extra = divmod(width - sum(map(len, parts)), len(parts) - 1)
    return "".join(part + " " * (spaces + (i < extra)) for i, part in enumerate(parts)).rstrip()


def histogram(counts, width=30):
    most = max(counts.values())
    for key, count in sorted(counts.items()):
        print(f"  {key:>3} {'#' * round(width * count / most)} {count}")


def main():
    all_words = list(words(TEXT))
    frequency = Counter(all_words)
    all_sentences = list(sentences(TEXT))
    print(f"{len(TEXT)} characters, {len(all_words)} words ({len(frequency)} different), {len(all_sentences)} sentences")
    print(f"words in a sentence: {len(all_words) / len(all_sentences):.1f} on average")
    print(f"letters in a word: {sum(map(len, all_words)) / len(all_words):.2f} on average")
    print("longest words:", *sorted(frequency, key=lambda w: (-len(w), w))[:5])
    telling = Counter({word: n for word, n in frequency.items() if word not in STOP_WORDS})
    print("most frequent:", ", ".join(f"{word} ({n})" for word, n in telling.most_common(6)))
    print("used once:", sum(1 for n in frequency.values() if n == 1))

    print("lengths of words:")
    histogram(Counter(map(len, all_words)))

    by_letter = defaultdict(list)
    for word in dict.fromkeys(all_words):
        by_letter[word[0]].append(word)
    print("an index:")
    for letter in "abhqw":
        print(f"  {letter.upper()}: {', '.join(sorted(by_letter[letter]))}")

    letters = Counter(filter(str.isalpha, chain.from_iterable(all_words)))
    vowels = sum(letters[v] for v in "aeiou")
    unused = sorted(set("abcdefghijklmnopqrstuvwxyz") - set(letters))
    print(f"vowels: {vowels / letters.total():.1%}; letters never used: {' '.join(unused)}")
    palindromes = sorted({word for word in all_words if len(word) > 2 and word == word[::-1]})
    print("palindromes:", palindromes)

    print("in a narrow column:")
    *full, last = wrap(TEXT.partition("\n\n")[0], 40)
    for line in full:
        print(f"  |{justify(line, 40)}|")
    print(f"  |{last:<40}|")


if __name__ == "__main__":
    main()
