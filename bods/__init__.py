"""The Beneficial Ownership Data Standard 0.4 as a library: it knows no register, no web and no database."""
