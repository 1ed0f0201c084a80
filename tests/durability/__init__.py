"""The register is killed at random instants, and nothing that it acknowledged is lost, torn or doubled."""
