"""Where signing in may lead: into this register, and nowhere else."""

import pytest
from flask.testing import FlaskClient

from register.web.safe_next import safe_next

ELSEWHERE = [
    None,
    "",
    "//e.example",
    "///e.example",
    "////e.example",
    "/\\e.example",
    "\\\\e.example",
    "\\/e.example",
    "/\\/e.example",
    "https:e.example",
    "https:/e.example",
    "https://e.example",
    "HTTPS://e.example/people",
    "http:\\\\e.example",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,hi",
    "vbscript:hi",
    "e.example",
    "e.example/people",
    "people",
    "?next=/people",
    "#people",
    "/\t/e.example",
    "/\n/e.example",
    "/\r/e.example",
    "\t//e.example",
    " //e.example",
    "\x00//e.example",
    "/\x0b/e.example",
    "/people\r\nSet-Cookie: a=b",
    "/people?a=\r\nSet-Cookie: a=b",
    "/%2fe.example",
    "/%2f%2fe.example",
    "%2f%2fe.example",
    "/%5ce.example",
    "/%5C%5Ce.example",
    "/%09/e.example",
    "/%0d%0aSet-Cookie:a=b",
    "//user@e.example",
    "https://localhost@e.example",
    "/@e.example",
    "//xn--e1awd7f.example",
    "//е.example",
    "/／e.example",
    "／／e.example",
    "/＼e.example",
    "\u2028//e.example",
    "\ufeff//e.example",
    "/\u00a0/e.example",
    "//[::1]/people",
    "//[e.example",
    "/" + "a" * 2001,
    "//e.example/%2e%2e",
    "/.//e.example\\",
    "///\\e.example",
    "https:\\\\e.example",
    "https:///e.example",
    "ftp://e.example",
    "//e。example",
    "//127.1",
    "//localhost:80@e.example",
    "/%2F/e.example",
]


@pytest.mark.parametrize("asked", ELSEWHERE)
def test_bar_a11_no_address_leads_off_the_register(asked: str | None) -> None:
    assert safe_next(asked) is None


def test_bar_a11_no_page_leads_off_the_register(client: FlaskClient) -> None:
    asked = [each for each in ELSEWHERE if each]

    led = {client.get("/language/sw", query_string={"next": each}).location for each in asked}

    assert len(ELSEWHERE) >= 60
    # Hidden characters are refused before any page is asked.
    assert led <= {"/", None}


@pytest.mark.parametrize(
    "asked",
    [
        "/",
        "/people",
        "/people?who=suppliers",
        "/search?q=Mwĩkali Ndũkũ&page=2",
        "/search?q=ng'ang'a // and \\ too",
        "/company/um-1a2b.json",
        "/declare/12/interests",
        "/sign-in/code?next=/people",
    ],
)
def test_an_address_of_the_register_is_kept(asked: str) -> None:
    assert safe_next(asked) == asked
