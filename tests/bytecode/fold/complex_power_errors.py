# The cosine of an infinite angle is an error, and so the power is left alone.
1j ** 1e309
(1 + 1j) ** 3e308
2j ** (1 + 1e309j)
