"""An operating system in small: tasks of several kinds exchange packets under a scheduler with priorities.

A program in the spirit of the Richards benchmark, of our own design: method
calls on objects of several classes, linked lists, and state in attributes.
"""


class Packet:
    def __init__(self, kind, payload):
        self.next = None
        self.kind = kind
        self.payload = payload


class Mailbox:
    """A queue of packets as a linked list."""

    def __init__(self):
        self.first = self.last = None
        self.length = 0

    def put(self, packet):
        packet.next = None
        if self.first is None:
            self.first = packet
        else:
            self.last.next = packet
        self.last = packet
        self.length += 1

    def get(self):
        packet = self.first
        self.first = packet.next
        self.length -= 1
        return packet


class Task:
    def __init__(self, kernel, name, priority):
        self.kernel = kernel
        self.name = name
        self.priority = priority
        self.inbox = Mailbox()
        self.held = False
        self.runs = 0
        kernel.add(self)

    def ready(self):
        return not self.held and self.inbox.length > 0

    def run(self):
        self.runs += 1
        self.handle(self.inbox.get())

    def handle(self, packet):
        raise NotImplementedError

    def send(self, name, packet):
        self.kernel.tasks[name].inbox.put(packet)
        self.kernel.delivered += 1


class Worker(Task):
    """Transforms the payload and passes the packet to devices in turn."""

    state = 1

    def handle(self, packet):
        total = 0
        data = packet.payload
        for i in range(4):
            self.state = (self.state * 25173 + 13849) % 65536
            data[i] = (data[i] + self.state) % 256
            total += data[i]
        packet.kind = total % 3
        self.send("disk" if packet.kind == 0 else "net" if packet.kind == 1 else "logger", packet)


class Device(Task):
    """Holds itself every few packets until the timer wakes it."""

    patience = 5

    def handle(self, packet):
        packet.payload[0] ^= self.runs & 255
        if self.runs % self.patience == 0:
            self.held = True
            self.kernel.tasks["timer"].waiting.append(self)
        self.send("worker", packet)


class Disk(Device):
    patience = 3


class Logger(Task):
    checksum = 0

    def handle(self, packet):
        self.checksum = (self.checksum * 31 + sum(packet.payload)) % 1000003
        self.send("worker", packet)


class Timer(Task):
    """Gets a packet of its own back at once, and wakes one sleeper each time."""

    def __init__(self, kernel, name, priority):
        super().__init__(kernel, name, priority)
        self.waiting = []

    def handle(self, packet):
        if self.waiting:
            self.waiting.pop(0).held = False
        self.send(self.name, packet)


class Kernel:
    def __init__(self):
        self.tasks = {}
        self.order = []
        self.delivered = 0

    def add(self, task):
        self.tasks[task.name] = task
        self.order.append(task)
        self.order.sort(key=lambda t: -t.priority)

    def run(self, steps):
        turn = 0
        for step in range(steps):
            turn += 1
            chosen = None
            for task in self.order:
                if task.ready() and (turn % 4 or task.priority < 50):
                    chosen = task
                    break
            if chosen is not None:
                chosen.run()


def main():
    kernel = Kernel()
    for kind, name, priority in ((Worker, "worker", 40), (Disk, "disk", 60), (Device, "net", 70), (Logger, "logger", 50),
                                 (Timer, "timer", 10)):
        kind(kernel, name, priority)
    for n in range(8):
        kernel.tasks["worker"].inbox.put(Packet(0, [n, n * 7, n * 31, n * 127]))
    kernel.tasks["timer"].inbox.put(Packet(9, []))
    kernel.run(170_000)
    print("delivered:", kernel.delivered)
    print("runs:", {task.name: task.runs for task in kernel.order})
    print("checksum:", kernel.tasks["logger"].checksum)


main()
