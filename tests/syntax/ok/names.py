# Identifiers beyond ASCII, and their normal forms.
é = ñandú = 名前 = ªº = ℘x = ﬁx = 𝐀𝐛 = x·y = 1
é.ﬁeld.ſ, f(ｆ=1), lambda µ: µ
import ﬁ.ﬂ as Ⅷ
class Ⅸ: ªttr = 1
def ᵃ(ᵇ, *ᶜ): global ᵈ; return ᵇ
_, __, ___, _1, a1_2
print, exec, async_, nonlocal_, self
