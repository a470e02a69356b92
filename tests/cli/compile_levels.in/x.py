"""doc"""
assert x
