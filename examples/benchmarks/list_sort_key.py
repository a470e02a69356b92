"""Sorting with keys: lambdas, tuples and methods as keys, and a merge sort written in Python to compare."""


def numbers(count, seed=1):
    for _ in range(count):
        seed = (seed * 48271) % 2147483647
        yield seed


class Person:
    def __init__(self, name, age):
        self.name = name
        self.age = age

    def rank(self):
        return self.age % 10, self.name


def merge_sort(items):
    if len(items) < 2:
        return items
    middle = len(items) // 2
    a, b = merge_sort(items[:middle]), merge_sort(items[middle:])
    result, i, j = [], 0, 0
    while i < len(a) and j < len(b):
        if b[j] < a[i]:
            result.append(b[j])
            j += 1
        else:
            result.append(a[i])
            i += 1
    result += a[i:]
    result += b[j:]
    return result


data = list(numbers(60_000))
print(sorted(data, key=lambda n: n % 1000)[:3])
print(sorted(data, key=lambda n: (n % 100, -n))[-2:])
print(sorted(map(str, data), key=len, reverse=True)[-2:])
people = [Person(f"p{n % 5003}", n % 97) for n in data]
people.sort(key=Person.rank)
print([(p.name, p.age) for p in people[:3]])
people.sort(key=lambda p: p.age)
print([(p.name, p.age) for p in people[-3:]])
print(merge_sort(data) == sorted(data), sum(sorted(data)[::1000]))
