"""Sorting and searching: classic algorithms, checked against one another and counted.

Each item is wrapped so that every comparison is counted; that shows better
than a clock what the algorithms cost.
"""

from functools import total_ordering


@total_ordering
class Counted:
    """A value that counts how often it is compared."""

    comparisons = 0

    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        Counted.comparisons += 1
        return self.value == other.value

    def __lt__(self, other):
        Counted.comparisons += 1
        return self.value < other.value


def numbers(count, seed=42):
    """Numbers that look random and are the same on every run."""
    for _ in range(count):
        seed = (seed * 1103515245 + 12345) % 2**31
        yield seed // 65536 % 1000


def insertion_sort(items):
    items = list(items)
    for i in range(1, len(items)):
        item, j = items[i], i
        while j > 0 and item < items[j - 1]:
            items[j] = items[j - 1]
            j -= 1
        items[j] = item
    return items


def merge_sort(items):
    if len(items) < 2:
        return list(items)
    middle = len(items) // 2
    left, right = merge_sort(items[:middle]), merge_sort(items[middle:])
    merged, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if right[j] < left[i]:
            merged.append(right[j])
            j += 1
        else:
            merged.append(left[i])
            i += 1
    return merged + left[i:] + right[j:]


def quick_sort(items):
    if len(items) < 2:
        return list(items)
    pivot, *rest = items
    small, large = [], []
    for item in rest:
        (small if item < pivot else large).append(item)
    return [*quick_sort(small), pivot, *quick_sort(large)]


def heap_sort(items):
    heap = list(items)

    def sink(start, end):
        root = start
        while (child := 2 * root + 1) < end:
            if child + 1 < end and heap[child] < heap[child + 1]:
                child += 1
            if not heap[root] < heap[child]:
                return
            heap[root], heap[child] = heap[child], heap[root]
            root = child

    for start in reversed(range(len(heap) // 2)):
        sink(start, len(heap))
    for end in reversed(range(1, len(heap))):
        heap[0], heap[end] = heap[end], heap[0]
        sink(0, end)
    return heap


def linear_search(items, wanted):
    return next((i for i, item in enumerate(items) if item == wanted), -1)


def binary_search(items, wanted):
    low, high = 0, len(items)
    while low < high:
        middle = (low + high) // 2
        if items[middle] < wanted:
            low = middle + 1
        else:
            high = middle
    return low if low < len(items) and items[low] == wanted else -1


def counted(function, *args):
    Counted.comparisons = 0
    result = function(*args)
    return result, Counted.comparisons


def main():
    data = list(numbers(300))
    print("data:", data[:12], "...")
    want = sorted(data)
    for sort in (insertion_sort, merge_sort, quick_sort, heap_sort, sorted):
        result, comparisons = counted(sort, [Counted(value) for value in data])
        correct = [item.value for item in result] == want
        print(f"{sort.__name__:>15}: {comparisons:6} comparisons, {'correct' if correct else 'WRONG'}")
    items = [Counted(value) for value in want]
    for wanted in (want[0], want[150], want[-1], 1000):
        for search in (linear_search, binary_search):
            position, comparisons = counted(search, items, Counted(wanted))
            print(f"{search.__name__:>15} for {wanted:4}: {position if position < 0 else want[position]:4}, "
                  f"{comparisons} comparisons")
    people = [("Grace", 85), ("Ada", 36), ("Alan", 41), ("Edsger", 72), ("Barbara", 36)]
    print("by age, then name:", sorted(people, key=lambda p: (p[1], p[0])))
    print("stable, oldest first:", [name for name, _ in sorted(people, key=lambda p: p[1], reverse=True)])


if __name__ == "__main__":
    main()
