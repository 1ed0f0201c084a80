"""How much of a file is held at once, in bytes: what keeps the reading of any file in little memory."""

#: What is asked of a file at one time. About 60 statements.
BLOCK = 64 * 1024

#: How much of an array is parsed at one time. About 30 statements: fewer live objects than what makes Python's
#: garbage collector look through them all, which costs more than the parsing.
AT_ONCE = 32 * 1024

#: The longest single line or member of an array. A statement has about 1,000 bytes.
LONGEST = 64 * 1024 * 1024
