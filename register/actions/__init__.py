"""Everything the register can do, one verb a file: load, decide, save. The door commits, never an action."""
