"""The registry: who and which body is one and the same over all documents, and why.

A document tells its own people and bodies apart. The registry links what several documents say of one person (or body)
and keeps the reason of each link; what somebody decided by hand goes before any rule, in every later run as well.
"""
