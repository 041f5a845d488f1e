"""The oracle: real Go, as it was measured, and the model beside it.

Models   nothing in Go.
Read     programs, then recorded.
"""
