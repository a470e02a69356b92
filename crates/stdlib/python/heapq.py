"""Heaps: lists in which heap[k] <= heap[2*k+1] and heap[k] <= heap[2*k+2] for all k.

heap[0] is the smallest item. The operations are native (module _heapq).
"""

from _heapq import heapify, heappop, heappush, heappushpop, heapreplace
from _heapq import _heapify_max, _heappop_max, _heapreplace_max

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge', 'nlargest', 'nsmallest', 'heappushpop']


def merge(*iterables, key=None, reverse=False):
    """Merge sorted inputs into one sorted iterator, without reading more of them than needed.

    >>> list(merge([1, 3, 5, 7], [0, 2, 4, 8], [5, 10, 15, 20], [], [25]))
    [0, 1, 2, 3, 4, 5, 5, 7, 8, 10, 15, 20, 25]
    """
    if reverse:
        make, pop, replace, direction = _heapify_max, _heappop_max, _heapreplace_max, -1
    else:
        make, pop, replace, direction = heapify, heappop, heapreplace, 1
    # Entries are [key, order, value, next]; orders differ, so that values are never compared.
    heap = []
    for order, iterable in enumerate(iterables):
        advance = iter(iterable).__next__
        try:
            value = advance()
        except StopIteration:
            continue
        heap.append([value if key is None else key(value), order * direction, value, advance])
    make(heap)
    while len(heap) > 1:
        try:
            while True:
                _, _, value, advance = entry = heap[0]
                yield value
                value = advance()
                entry[0] = value if key is None else key(value)
                entry[2] = value
                replace(heap, entry)
        except StopIteration:
            pop(heap)
    if heap:
        _, _, value, advance = heap[0]
        yield value
        yield from advance.__self__


def _extreme(n, iterable, key, pick, make, replace, better, direction, reverse):
    """The n best items, best first: a heap of the best so far, whose worst is on top."""
    if n == 1:
        missing = object()
        found = pick(iterable, default=missing, key=key)
        return [] if found is missing else [found]
    try:
        all_wanted = len(iterable) <= n
    except (AttributeError, TypeError):
        all_wanted = False
    if all_wanted:
        return sorted(iterable, key=key, reverse=reverse)[:n]
    iterator = iter(iterable)
    # Equal items keep their order: the earlier one is the better.
    heap = []
    for order, item in zip(range(0, n * direction, direction), iterator):
        heap.append((item if key is None else key(item), order, item))
    if not heap:
        return []
    make(heap)
    worst = heap[0][0]
    order = n * direction
    for item in iterator:
        rank = item if key is None else key(item)
        if better(rank, worst):
            replace(heap, (rank, order, item))
            worst = heap[0][0]
            order += direction
    heap.sort(reverse=reverse)
    return [item for _, _, item in heap]


def nsmallest(n, iterable, key=None):
    """Find the n smallest elements in a dataset: sorted(iterable, key=key)[:n]"""
    return _extreme(n, iterable, key, min, _heapify_max, _heapreplace_max, lambda a, b: a < b, 1, False)


def nlargest(n, iterable, key=None):
    """Find the n largest elements in a dataset: sorted(iterable, key=key, reverse=True)[:n]"""
    return _extreme(n, iterable, key, max, heapify, heapreplace, lambda a, b: b < a, -1, True)
