# Dotted names are fetched step by step; "as" takes the last, plain import binds the first.
import a
import a.b.c
import a.b.c as d
import a as b
from a import b, c as d
from . import a
from ..a.b import c
from a import *
