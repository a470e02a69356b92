# A comment that is not UTF-8: é
x = 1  # ÿ
