"""The register: puts the parts together and decides nothing."""
