# Identifiers beyond ASCII: normalisation, and what is no identifier.
é = 1
ﬁn = 2
名前 = "name"
Ωmega, ａ, ª = 3, 4, 5
print(é, fin, 名前, Ωmega, a, ª, sorted(k for k in globals() if not k.startswith("__")))


class Ünï:
    attributé = "ok"

    def méthode(self, paramètre=1):
        return paramètre


print(Ünï.__name__, Ünï().méthode(paramètre=2), Ünï.attributé, getattr(Ünï, "attributé"), vars(Ünï).get("me\u0301thode"), Ünï.méthode.__code__.co_varnames)
for text in ("é", "1a", "a1", "_", "", "日本", "a-b", "a b", "class", "ª", "²", "x²", "ﬁ", "\u0301", "a\u0301", "€", "℮", "·a", "a·", "\u200d", "a\u200d", "𝐱", "Ⅷ"):
    print(ascii(text), text.isidentifier(), end="; ")
    try:
        exec(f"{text} = 1", ns := {})
        print([ascii(k) for k in ns if k != "__builtins__"])
    except SyntaxError as e:
        print(e.msg)
exec("𝐱𝐲 = 7")
print(xy, "𝐱𝐲" in globals())
print(f"{é}{ﬁn!r}", (lambda ñ: ñ + 1)(1), {"é": é}, [ü for ü in range(2)])
for source in ("a = €", "x = 1 ¿ 2", "“quoted”", "a\u00a0= 1", "a\u200b = 1", "é\u0000 = 1", "x = '\ud800'" if False else "x = 'ok'", "1é", "0xé", "a.é = 1", "é.é", "import é_nope", "def é(é): return é", "‘x’", "a – b", "x × y", "１ + 1", "$x", "x?", "`x`", "a!b"):
    try:
        exec(source)
        print(ascii(source), "ran")
    except SyntaxError as e:
        print(ascii(source), "|", e.msg)
    except Exception as e:
        print(ascii(source), "|", type(e).__name__, ascii(str(e)))
