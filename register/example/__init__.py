"""An invented county for trying the register: every name, number and date is made up from a seed, nobody is real."""
