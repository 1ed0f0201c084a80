"""Questions about the whole register at once, as SQL on DuckDB over condensed edges."""
