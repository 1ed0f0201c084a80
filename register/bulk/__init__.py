"""Questions about the whole register at once, as SQL on DuckDB, or on Spark, over condensed edges."""
