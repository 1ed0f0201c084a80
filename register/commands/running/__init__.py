"""What runs for long and is committed a part at a time: used by a command and by the worker."""
