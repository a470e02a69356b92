"""Records stack_effects.txt: python3.10 record_stack_effects.py > stack_effects.txt

A line is an opcode's name, its number, and for each argument of ARGS the effect with jump=False, True and None.
"""
import dis

ARGS = [0, 1, 2, 3, 4, 5, 7, 8, 9, 14, 15, 16, 255, 256, 257, 1000, 65535, 65536, 65793, 1 << 24]

for name, number in sorted(dis.opmap.items(), key=lambda item: item[1]):
    args = ARGS if number >= dis.HAVE_ARGUMENT else [None]
    effects = [dis.stack_effect(number, arg, jump=jump) for arg in args for jump in (False, True, None)]
    print(name, number, *effects)
