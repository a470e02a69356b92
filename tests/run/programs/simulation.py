# A bank queue simulated with events in a heap of our own; deterministic random numbers.
class Random:
    def __init__(self, seed):
        self.s = seed

    def next(self):
        self.s = (1103515245 * self.s + 12345) & 0x7FFFFFFF
        return self.s / 0x80000000

    def between(self, a, b):
        return a + int(self.next() * (b - a + 1))

    def choice(self, items):
        return items[self.between(0, len(items) - 1)]


class Heap(list):
    def push(self, item):
        self.append(item)
        i = len(self) - 1
        while i and self[i] < self[(i - 1) >> 1]:
            self[i], self[(i - 1) >> 1] = self[(i - 1) >> 1], self[i]
            i = (i - 1) >> 1

    def take(self):
        top, last = self[0], super().pop()
        if self:
            self[0], i = last, 0
            while True:
                smallest = min((j for j in (i, 2 * i + 1, 2 * i + 2) if j < len(self)), key=self.__getitem__)
                if smallest == i:
                    break
                self[i], self[smallest] = self[smallest], self[i]
                i = smallest
        return top


class Bank:
    def __init__(self, clerks, seed):
        self.free, self.line, self.events, self.time = clerks, [], Heap(), 0
        self.random, self.served, self.waited, self.serial = Random(seed), 0, 0, 0
        self.longest = 0
        self.handlers = {name[3:]: getattr(self, name) for name in dir(self) if name.startswith("on_")}

    def schedule(self, delay, kind, *args):
        self.serial += 1
        self.events.push((self.time + delay, self.serial, kind, args))

    def on_arrive(self, n):
        self.line.append((n, self.time))
        self.longest = max(self.longest, len(self.line))
        if n < 200:
            self.schedule(self.random.between(1, 4), "arrive", n + 1)
        self.start()

    def on_leave(self, n):
        self.free += 1
        self.served += 1
        self.start()

    def start(self):
        while self.free and self.line:
            n, since = self.line.pop(0)
            self.free -= 1
            self.waited += self.time - since
            self.schedule(self.random.between(2, 12), "leave", n)

    def run(self):
        self.schedule(0, "arrive", 1)
        while self.events:
            self.time, _, kind, args = self.events.take()
            self.handlers[kind](*args)
        return self


for clerks in (1, 2, 3, 4):
    bank = Bank(clerks, 42).run()
    print(f"{clerks} clerks: {bank.served} served in {bank.time}, waited {bank.waited / bank.served:.2f}, longest line {bank.longest}")
r = Random(1)
print([r.between(1, 6) for _ in range(20)], [r.choice("abc") for _ in range(5)], f"{sum(r.next() for _ in range(1000)) / 1000:.4f}")
h = Heap()
for x in (5, 1, 4, 1, 3, 9, 2):
    h.push(x)
print([h.take() for _ in range(7)], h)
