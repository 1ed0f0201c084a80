"""What a provider of OpenID Connect says is believed only when it is as it must be, and leads nowhere else."""

import json
from base64 import urlsafe_b64encode
from datetime import UTC, datetime

import pytest
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey

from register.config import Config, SettingError
from register.gateways.oidc import Begun, Provider, ProviderFailedError, provider
from tests.factories.provider import provider as fake_provider


@pytest.mark.parametrize(
    "settings",
    [{}, {"oidc_client_id": "umiliki"}, {"oidc_client_id": "umiliki", "oidc_secret_file": "nowhere"}],
)
def test_half_a_provider_stops_the_start(settings: dict[str, str]) -> None:
    with pytest.raises(SettingError, match="UMILIKI_OIDC"):
        provider(Config(oidc_issuer="https://id.county.example", **settings))


NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
KEY = RSAKey.generate_key(2048, parameters={"kid": "1"})
WRONG_KEY = RSAKey.generate_key(2048, parameters={"kid": "1"})
ISSUER = "https://id.county.example"
GOOD: dict[str, object] = {
    "iss": ISSUER, "aud": "umiliki", "sub": "ana", "nonce": "n", "iat": int(NOW.timestamp()),
    "exp": int(NOW.timestamp()) + 300,
}  # fmt: skip


def claims_of(token: str) -> dict[str, object]:
    keys = KeySet.import_key_set({"keys": [KEY.as_dict(private=False)]})
    return Provider(ISSUER, "", "umiliki", "s")._claims(token, keys, "n", NOW)


def test_a_token_that_is_as_it_must_be_is_believed() -> None:
    assert claims_of(jwt.encode({"alg": "RS256", "kid": "1"}, GOOD, KEY))["sub"] == "ana"


@pytest.mark.parametrize(
    "spoilt",
    [
        {"iss": "https://id.elsewhere.example"},
        {"aud": "somebody else"},
        {"aud": ["umiliki", "somebody else"]},
        {"azp": "somebody else"},
        {"nonce": "another"},
        {"nonce": None},
        {"exp": int(NOW.timestamp()) - 100},
        {"iat": int(NOW.timestamp()) + 500},
        {"sub": None},
    ],
)
def test_a_token_that_is_not_is_refused(spoilt: dict[str, object]) -> None:
    claims = {name: value for name, value in {**GOOD, **spoilt}.items() if value is not None}
    from register.gateways.oidc import _failing

    with pytest.raises(ProviderFailedError), _failing():
        claims_of(jwt.encode({"alg": "RS256", "kid": "1"}, claims, KEY))


def test_a_token_signed_by_somebody_else_or_nobody_is_refused() -> None:
    from register.gateways.oidc import _failing

    head = urlsafe_b64encode(json.dumps({"alg": "none"}).encode()).decode().rstrip("=")
    body = urlsafe_b64encode(json.dumps(GOOD).encode()).decode().rstrip("=")
    shared = jwt.encode({"alg": "RS256", "kid": "1"}, GOOD, WRONG_KEY)
    for token in (f"{head}.{body}.", shared, "nonsense", ""):
        with pytest.raises(ProviderFailedError), _failing():
            claims_of(token)


ADDRESSES = ("authorization_endpoint", "token_endpoint", "jwks_uri")


@pytest.mark.parametrize("elsewhere", ["issuer", *ADDRESSES])
def test_bar_a12_a_provider_whose_addresses_lie_elsewhere_is_not_followed(elsewhere: str) -> None:
    with fake_provider() as there:
        issuer = there.url.partition("/version1")[0]
        there.status, there.body = 200, {"issuer": issuer} | {name: f"{issuer}/{name}" for name in ADDRESSES}
        known = Provider(issuer, "", "umiliki", "s")
        url = known.begin("http://localhost/back").url

        there.body = there.body | {elsewhere: "http://169.254.169.254/latest"}
        with pytest.raises(ProviderFailedError):
            known.begin("http://localhost/back")
        with pytest.raises(ProviderFailedError):
            known.told("http://localhost/back", Begun("", "s", "n", "v"), "code", now=NOW)

    assert url.startswith(f"{issuer}/authorization_endpoint?")
    assert {path for path, _, _ in there.asked} == {"/.well-known/openid-configuration"}
