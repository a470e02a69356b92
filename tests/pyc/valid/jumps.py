"""Long jumps and many names: arguments that need EXTENDED_ARG."""
source = ["def f(n):", "    total = 0", "    while n:", "        n -= 1"]
source += ["        if n == %d: total += %d" % (i, i) for i in range(300)]
source += ["        else: total -= 1", "    return total"]
namespace = {}
exec("\n".join(source), namespace)
print(namespace["f"](310))
