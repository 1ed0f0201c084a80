"""Which field of BODS JSON is which attribute here: read and written from one table.

Fields stand in the order in which the standard's schema lists them; that is the order of writing.
"""
