"""A bank with exceptions of its own and context managers: transfers happen whole or not at all."""

from functools import wraps


class BankError(Exception):
    """Anything the bank refuses."""


class InsufficientFunds(BankError):
    def __init__(self, account, amount):
        super().__init__(f"{account.owner} has {account.balance}, not {amount}")
        self.missing = amount - account.balance


class UnknownAccount(BankError, KeyError):
    """Also a KeyError, so that code which knows nothing of banks can catch it."""

    def __str__(self):
        return f"no account for {self.args[0]!r}"


def positive_amount(method):
    """Refuse amounts that are not above zero, before the method sees them."""

    @wraps(method)
    def checked(self, amount, *args):
        if amount <= 0:
            raise ValueError(f"{method.__name__}: the amount must be positive, not {amount}")
        return method(self, amount, *args)

    return checked


class Account:
    def __init__(self, owner, balance=0):
        self.owner = owner
        self._balance = balance
        self.history = []

    @property
    def balance(self):
        """What is in the account; only deposits and withdrawals change it."""
        return self._balance

    @positive_amount
    def deposit(self, amount):
        self._balance += amount
        self.history.append(("in", amount))

    @positive_amount
    def withdraw(self, amount):
        if amount > self._balance:
            raise InsufficientFunds(self, amount)
        self._balance -= amount
        self.history.append(("out", amount))

    def __repr__(self):
        return f"<{self.owner}: {self._balance}>"


class Transaction:
    """A context manager: when its block fails, all accounts are as they were."""

    def __init__(self, bank, label):
        self.bank = bank
        self.label = label

    def __enter__(self):
        self.before = {a: (a.balance, len(a.history)) for a in self.bank}
        return self.bank

    def __exit__(self, kind, error, traceback):
        if kind is None:
            print(f"  {self.label}: done")
            return False
        for account, (balance, entries) in self.before.items():
            account._balance = balance
            del account.history[entries:]
        print(f"  {self.label}: undone ({kind.__name__}: {error})")
        return issubclass(kind, BankError)  # the bank's own errors end here


class Bank:
    def __init__(self, **balances):
        self.accounts = {owner: Account(owner, balance) for owner, balance in balances.items()}

    def __iter__(self):
        return iter(self.accounts.values())

    def __getitem__(self, owner):
        try:
            return self.accounts[owner]
        except KeyError as missing:
            raise UnknownAccount(owner) from missing

    def transfer(self, source, target, amount):
        self[source].withdraw(amount)
        self[target].deposit(amount)


def main():
    bank = Bank(ada=100, grace=50, alan=0)
    print("before:", *bank)
    with Transaction(bank, "rent"):
        bank.transfer("ada", "grace", 60)
    with Transaction(bank, "too much"):
        bank.transfer("ada", "alan", 30)
        bank.transfer("ada", "alan", 30)
    with Transaction(bank, "to nobody"):
        bank.transfer("grace", "linus", 10)
    try:
        with Transaction(bank, "nonsense"):
            bank.transfer("grace", "alan", -5)
    except ValueError as error:
        print("caught outside:", error)
    try:
        bank["ada"].balance = 10**6
    except AttributeError as error:
        print("caught:", error)
    try:
        bank["bob"]
    except KeyError as error:
        print("caught:", error, "| caused by", repr(error.__cause__))
    try:
        bank["alan"].withdraw(1)
    except InsufficientFunds as error:
        print("missing:", error.missing)
    finally:
        print("after:", *bank)
    print("ada's history:", bank["ada"].history)
    print("wrapped name:", Account.deposit.__name__)


if __name__ == "__main__":
    main()
