class A: yield
