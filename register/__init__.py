"""The register: puts the parts together and decides nothing."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from register.config import Config


def create_app(config: Config | None = None) -> Flask:
    """Make the register from its settings (by default those of the environment).

    Raises SettingError, KeyFileError or a jurisdiction's error, each saying what to do.
    """
    # Imported here so that the thinking rooms can be used without a web server.
    from register.commands import add_to
    from register.config import config_from
    from register.web.assembly import assemble

    app = assemble(config or config_from(os.environ))
    add_to(app)
    return app
