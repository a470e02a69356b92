naïve = "é"; f(naïve) = 1
