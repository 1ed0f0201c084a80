"""Lists of the barred, the sanctioned and those in public office, as others publish them."""
