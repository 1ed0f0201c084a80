"""The register as browsers know it: what passkeys are bound to."""

from urllib.parse import urlsplit

from flask import current_app

from register.store.passkey_proofs import Site


def site() -> Site:
    """Host and origin, by the address of the settings."""
    parts = urlsplit(current_app.extensions["config"].base_url)
    return Site(parts.hostname or "", f"{parts.scheme}://{parts.netloc}")
