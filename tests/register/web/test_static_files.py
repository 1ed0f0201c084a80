"""Stylesheet and script stand under addresses of their content; whatever else is asked for is not found."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from register.web.static_files import static_url


def test_the_stylesheet_may_be_kept_for_ever(app: Flask, client: FlaskClient) -> None:
    with app.test_request_context():
        address = static_url("umiliki.css")

    answer = client.get(address)

    assert answer.status_code == 200
    assert "immutable" in answer.headers["Cache-Control"]
    answer.close()


@pytest.mark.parametrize("name", ["a" * 5000, "none.css", "..", "%2e%2e%2fwords.py", "umiliki.css/"])
def test_what_is_no_file_of_ours_is_not_found(client: FlaskClient, name: str) -> None:
    assert client.get(f"/files/0123456789ab/{name}").status_code == 404


def test_an_address_of_other_content_is_not_found(client: FlaskClient) -> None:
    assert client.get("/files/0123456789ab/umiliki.css").status_code == 404
