"""A one-way constraint network: cells, formulas that connect them, and plans that bring all up to date.

A program in the spirit of the DeltaBlue benchmark, of our own design: a graph
of objects that is changed, planned and executed over and over again.
"""


class Cell:
    def __init__(self, name, value=0):
        self.name = name
        self.value = value
        self.readers = []
        self.writer = None
        self.mark = 0


class Formula:
    """Computes one cell from others; subclasses say how."""

    strength = 1

    def __init__(self, output, *inputs):
        self.output = output
        self.inputs = inputs
        self.enabled = False
        self.runs = 0

    def enable(self, network):
        """Become the writer of the output if we are stronger than the writer there is."""
        rival = self.output.writer
        if rival is not None:
            if rival.strength >= self.strength:
                return False
            rival.disable(network)
        self.output.writer = self
        for cell in self.inputs:
            cell.readers.append(self)
        self.enabled = True
        network.changed(self.output)
        return True

    def disable(self, network):
        self.output.writer = None
        for cell in self.inputs:
            cell.readers.remove(self)
        self.enabled = False

    def execute(self):
        self.runs += 1
        self.output.value = self.compute()

    def compute(self):
        raise NotImplementedError


class Equal(Formula):
    def compute(self):
        return self.inputs[0].value


class Scale(Formula):
    def __init__(self, output, source, factor, offset):
        super().__init__(output, source, factor, offset)

    def compute(self):
        source, factor, offset = self.inputs
        return (source.value * factor.value + offset.value) % 1000003


class Total(Formula):
    def compute(self):
        total = 0
        for cell in self.inputs:
            total += cell.value
        return total


class Fixed(Formula):
    strength = 5

    def __init__(self, output, value):
        super().__init__(output)
        self.value = value

    def compute(self):
        return self.value


class Network:
    def __init__(self):
        self.mark = 0
        self.plans = 0
        self.executed = 0

    def plan(self, cell):
        """The formulas that depend on the cell, in an order in which each finds its inputs ready."""
        self.mark += 1
        self.plans += 1
        order = []
        if cell.writer is not None:
            order.append(cell.writer)
        self.visit(cell, order)
        return order

    def visit(self, cell, order):
        cell.mark = self.mark
        todo = [cell]
        while todo:
            current = todo.pop(0)
            for formula in current.readers:
                output = formula.output
                if output.mark != self.mark:
                    output.mark = self.mark
                    order.append(formula)
                    todo.append(output)

    def changed(self, cell):
        for formula in self.plan(cell):
            formula.execute()
            self.executed += 1

    def set(self, cell, value):
        cell.value = value
        self.changed(cell)


def chain(length, rounds):
    network = Network()
    cells = [Cell(f"c{i}") for i in range(length)]
    for source, target in zip(cells, cells[1:]):
        Equal(target, source).enable(network)
    for value in range(rounds):
        network.set(cells[0], value)
        if cells[-1].value != value:
            raise AssertionError("the chain is broken")
    return network.executed, cells[-1].value


def projection(width, rounds):
    network = Network()
    factor, offset = Cell("factor", 10), Cell("offset", 1000)
    sources = [Cell(f"s{i}", i) for i in range(width)]
    targets = [Cell(f"t{i}") for i in range(width)]
    for source, target in zip(sources, targets):
        Scale(target, source, factor, offset).enable(network)
    total = Cell("total")
    Total(total, *targets).enable(network)
    for value in range(rounds):
        network.set(factor, value % 17)
        network.set(offset, value)
        network.set(sources[value % width], value)
        pin = Fixed(targets[value % width], 7)
        pin.enable(network)
        pin.disable(network)
        Scale(targets[value % width], sources[value % width], factor, offset).enable(network)
    return network.executed, network.plans, total.value, sum(cell.value for cell in targets)


print("chain:", chain(60, 4000))
print("projection:", projection(60, 1600))
