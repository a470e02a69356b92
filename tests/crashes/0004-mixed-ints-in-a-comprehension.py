# Arithmetic that leaves the quick path must give its native stack back, in every build.
class Generator:
    def __init__(self):
        self.state = 12345

    def bits(self, n):
        r = 0
        for _ in range(0, n, 16):
            self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
            r = r << 16 | (self.state >> 40 & 0xffff)
        return r & ((1 << n) - 1)


g = Generator()
for _ in range(60000):
    last = [g.bits(64) for _ in range(3)]
print(last)
