"""What can go wrong in the register; each error is named for what is so and carries the facts as fields."""


class RegisterError(Exception):
    """Anything the register refuses or cannot do."""
