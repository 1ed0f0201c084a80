"""Where web servers and the `flask` command find the register."""

from register import create_app

app = create_app()
