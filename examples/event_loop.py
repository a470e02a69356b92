"""Cooperative tasks on an event loop written by hand: what asyncio does, in miniature.

Time is simulated, so that the program sleeps for minutes and ends at once.
"""

from collections import deque


class Sleep:
    """Awaiting it gives the loop a number of seconds; nothing else is needed for a task to wait."""

    def __init__(self, seconds):
        self.seconds = seconds

    def __await__(self):
        return (yield ("sleep", self.seconds))


class Queue:
    """A channel between tasks."""

    def __init__(self):
        self.items = deque()

    async def get(self):
        while not self.items:
            await Sleep(1)
        return self.items.popleft()

    def put(self, item):
        self.items.append(item)


class Task:
    """A coroutine that the loop is running; other tasks can await its result."""

    def __init__(self, loop, name, coroutine):
        self.loop, self.name, self.coroutine = loop, name, coroutine
        self.done, self.result, self.error = False, None, None

    def step(self):
        try:
            return self.coroutine.send(None)
        except StopIteration as stop:
            self.done, self.result = True, stop.value
        except Exception as error:
            self.done, self.error = True, error
        return None

    def __await__(self):
        while not self.done:
            yield ("sleep", 1)
        if self.error is not None:
            raise self.error
        return self.result


class Loop:
    """Runs tasks in the order of their waking times, first come first served."""

    def __init__(self):
        self.now = 0
        self.started = 0
        self.waiting = []

    def spawn(self, name, coroutine):
        task = Task(self, name, coroutine)
        self.schedule(task, 0)
        return task

    def schedule(self, task, delay):
        self.started += 1
        self.waiting.append((self.now + delay, self.started, task))

    def run(self, main):
        main_task = self.spawn("main", main)
        while not main_task.done:
            self.waiting.sort()
            self.now, _, task = self.waiting.pop(0)
            request = task.step()
            if request is not None:
                self.schedule(task, request[1])
        return main_task.result

    def log(self, message):
        print(f"[{self.now:3}s] {message}")


class Timer:
    """An asynchronous context manager."""

    def __init__(self, loop, label):
        self.loop, self.label = loop, label

    async def __aenter__(self):
        self.start = self.loop.now
        await Sleep(1)
        return self

    async def __aexit__(self, *exception):
        self.loop.log(f"{self.label} took {self.loop.now - self.start} s")


async def ticks(count, pause):
    """An asynchronous generator."""
    for i in range(count):
        await Sleep(pause)
        yield i


async def cook(loop, dish, minutes):
    loop.log(f"{dish}: started")
    await Sleep(minutes * 60)
    loop.log(f"{dish}: ready")
    return dish.upper()


async def waiter(loop, queue):
    served = []
    while (dish := await queue.get()) is not None:
        loop.log(f"served {dish}")
        served.append(dish)
    return served


async def burn(loop):
    await Sleep(30)
    raise RuntimeError("the toast is black")


async def main(loop):
    queue = Queue()
    service = loop.spawn("waiter", waiter(loop, queue))
    async with Timer(loop, "cooking"):
        tasks = [loop.spawn(d, cook(loop, d, m)) for d, m in [("soup", 2), ("egg", 1), ("rice", 3)]]
        for task in tasks:
            queue.put(await task)
    try:
        await loop.spawn("toast", burn(loop))
    except RuntimeError as error:
        loop.log(f"failed: {error}")
    loop.log(f"squares: {[i * i async for i in ticks(5, 2) if i % 2 == 0]}")
    queue.put(None)
    return await service


if __name__ == "__main__":
    loop = Loop()
    print("result:", loop.run(main(loop)))
