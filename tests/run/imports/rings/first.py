print("first begins")
import rings.second

NAME = "first"
print("first ends", rings.second.NAME)


def see_second():
    return rings.second.NAME
