# An AttributeError suggests a similar attribute.
class Account:
    def __init__(self):
        self.balance = 0

    def deposit(self, amount):
        self.balanse += amount


account = Account()
account.deposit(5)
