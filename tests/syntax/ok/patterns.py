# Every pattern; and `match`, `case` and `_` as plain names.
match x:
    case 1 | -2 | 3.5 | -4j | 5 + 6j | -7 - 8j: pass
    case "a" | b"b" b"c" if y: pass
    case "a" "b": pass
    case None | True | False: pass
    case a.b | a.b.c: pass
    case _: pass
match x, *y:
    case [a, b, *_]: pass
    case (a, b, *c): pass
    case a, *b: pass
    case *a,: pass
    case [a]: pass
    case (a): pass
    case (a,): pass
    case [] | (): pass
    case {}: pass
    case {"a": 1, -2: b, a.b: _, None: c, **rest}: pass
    case {**rest}: pass
    case {"a": (1 | 2) as b,}: pass
    case A(): pass
    case a.B(1, b, c=d, e=F(g),): pass
    case A(a=1): pass
    case (1 | 2) as c: pass
    case [1 as a, 2 as b] as c if c: pass
match (x):
    case y if (z := y): pass
match -x:
    case y: pass
match [a, b]:
    case [_, _]: pass
match x,:
    case y,: pass
match(a):
    case 1: pass
match = case = _ = 1
match.case, match[case], match(case), match (case), -match, match - 1, match * a, match
match: int
match: int = case
case(x)
case = match if _ else case
print(match, case)
for match in case: pass
lambda match: case
match = lambda case: match
class match: case: int
match x:
    case case:
        match y:
            case match: match(case)
        case = 1
