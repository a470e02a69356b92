# A NameError suggests a similar name.
def compute(total, count):
    average = total / count
    return avrage


counter = compute(1, 2)
