"""Counting words: strings are split, looked up in dicts and counted; then sorted and grouped."""

SYLLABLES = "ba co du fe gi ha jo ku le mi no pa re si tu va we xi yo zu".split()


def words(count):
    state = 12345
    for _ in range(count):
        state = (state * 1664525 + 1013904223) & 0xFFFFFFFF
        a, b, c = state >> 27, state >> 13 & 15, state >> 7 & 7
        yield SYLLABLES[a % 20] + SYLLABLES[b] + (SYLLABLES[c] if c & 1 else "")


def counted(text):
    counts = {}
    for word in text.split():
        if word in counts:
            counts[word] += 1
        else:
            counts[word] = 1
    return counts


def grouped(counts):
    groups = {}
    for word, count in counts.items():
        groups.setdefault(word[0], []).append((count, word))
    return groups


text = " ".join(words(220_000))
total = {}
for _ in range(4):
    for word, count in counted(text).items():
        total[word] = total.get(word, 0) + count
print(len(text), len(total), sum(total.values()))
for word, count in sorted(total.items(), key=lambda item: (-item[1], item[0]))[:5]:
    print(word, count)
for letter, members in sorted(grouped(total).items())[:6]:
    print(letter, len(members), max(members))
lengths = {}
for word in text.split():
    lengths[len(word)] = lengths.get(len(word), 0) + 1
print(sorted(lengths.items()))
