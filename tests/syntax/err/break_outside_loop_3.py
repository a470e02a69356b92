try:
    print(1)
    break
finally:
    print(3)
