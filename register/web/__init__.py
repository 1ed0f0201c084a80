"""The doors for people and machines: each module with a `door` is one blueprint, and no door leans on another."""
