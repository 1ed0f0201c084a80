"""The headers on every answer: what a page may load, who may frame it, what may be kept."""

from flask import Flask, request
from werkzeug.wrappers import Response

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
#: For a file of somebody else's making: whatever shows it all the same, nothing in it may run.
SANDBOX = f"{CSP}; sandbox"
ALWAYS = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
}


def add_to(app: Flask) -> None:
    """Put the headers on everything, errors and downloads included."""
    app.after_request(_finish)


def _finish(response: Response) -> Response:
    sandboxed = response.headers.get("Content-Security-Policy") == SANDBOX
    for name, value in ALWAYS.items():
        response.headers[name] = value
    if sandboxed:
        response.headers["Content-Security-Policy"] = SANDBOX
    if "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = "no-store"
    response.vary.update(("Cookie", "Accept-Language"))
    if request.method == "HEAD":
        response.headers.pop("Content-Length", None)
    return response
