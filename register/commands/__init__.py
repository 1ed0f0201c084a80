"""The door of the clock and the administrator: every module here is one command, the folder is the list."""
