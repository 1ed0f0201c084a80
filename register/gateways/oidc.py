"""Sign-in with an OpenID Connect provider: where to send the browser, and whom it then says the person is.

The code flow with state, nonce and PKCE. All of the provider's addresses must lie on its issuer's host: the register goes
nowhere else.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import requests
from authlib.common.security import generate_token
from authlib.integrations.base_client.errors import OAuthError
from authlib.integrations.requests_client import OAuth2Session
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from register.config import Config, SettingError
from register.exceptions import RegisterError
from register.gateways.secret_files import secret_in
from register.gateways.way_out import PATIENCE, WayRefusedError, open_way

#: How the provider may sign what it says; never "none", never with a shared secret.
SIGNATURES = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "EdDSA", "Ed25519"]
#: Seconds by which its clock may differ.
DRIFT = 60
SCOPE = "openid email profile"


class ProviderFailedError(RegisterError):
    """The provider did not answer, or not as it must. Keeps why, and nothing of the person."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(why)


@dataclass(frozen=True, slots=True)
class Begun:
    """A visit to the provider: where the browser goes, and what must be remembered until it is back."""

    url: str = field(repr=False)
    state: str = field(repr=False)
    nonce: str = field(repr=False)
    verifier: str = field(repr=False)


@dataclass(frozen=True, slots=True, repr=False)
class Told:
    """Whom the provider says somebody is. `email` is empty unless the provider verified it."""

    subject: str
    email: str
    name: str
    #: Whether a second proof was given there, as the settings tell it.
    proved_twice: bool


@dataclass(frozen=True, slots=True)
class Provider:
    """One provider, as the settings describe it."""

    issuer: str
    name: str
    client_id: str
    secret: str = field(repr=False)
    email_claim: str = "email"
    #: Values of amr or acr that stand for a second proof.
    second_factor: frozenset[str] = frozenset()

    def begin(self, back: str) -> Begun:
        """Begin a visit; `back` is the address to which the browser returns. Raises ProviderFailedError."""
        verifier, nonce = generate_token(64), generate_token(32)
        with _failing(), self._way(back) as way:
            known = self._known(way)
            url, state = way.create_authorization_url(
                known["authorization_endpoint"], nonce=nonce, code_verifier=verifier
            )
        return Begun(url, state, nonce, verifier)

    def told(self, back: str, begun: Begun, code: str, *, now: datetime) -> Told:
        """Whom a code stands for. Raises ProviderFailedError."""
        with _failing(), self._way(back) as way:
            known = self._known(way)
            way.token_endpoint_auth_method = _how_to_prove(known)
            token = way.fetch_token(
                known["token_endpoint"],
                code=code,
                code_verifier=begun.verifier,
                grant_type="authorization_code",
            )
            keys = KeySet.import_key_set(way.get(known["jwks_uri"], withhold_token=True).json())
            claims = self._claims(token["id_token"], keys, begun.nonce, now)
            if self.email_claim not in claims and known.get("userinfo_endpoint"):
                more = way.get(known["userinfo_endpoint"]).json()
                if more["sub"] == claims["sub"]:
                    claims = {**more, **claims}
        return self._person(claims)

    def _way(self, back: str) -> OAuth2Session:
        way = OAuth2Session(
            self.client_id, self.secret, scope=SCOPE, redirect_uri=back, code_challenge_method="S256"
        )
        open_way(way, self.issuer)
        return way

    def _known(self, way: OAuth2Session) -> Mapping[str, Any]:
        """What the provider says of itself; all of it must be on its own host."""
        address = f"{self.issuer.rstrip('/')}/.well-known/openid-configuration"
        known = way.get(address, withhold_token=True, timeout=PATIENCE).json()
        if known["issuer"] != self.issuer:
            raise ProviderFailedError("the provider calls itself by another name")
        for name in ("token_endpoint", "jwks_uri", "authorization_endpoint"):
            if urlsplit(known[name])[:2] != urlsplit(self.issuer)[:2]:
                raise ProviderFailedError("the provider leads to another host")
        return dict(known)

    def _claims(self, token: str, keys: KeySet, nonce: str, now: datetime) -> dict[str, Any]:
        claims = jwt.decode(token, keys, algorithms=SIGNATURES).claims
        must = jwt.JWTClaimsRegistry(
            now=int(now.timestamp()),
            leeway=DRIFT,
            iss={"essential": True, "value": self.issuer},
            aud={"essential": True, "value": self.client_id},
            exp={"essential": True},
            iat={"essential": True},
            sub={"essential": True},
            nonce={"essential": True, "value": nonce},
        )
        must.validate(claims)
        several = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
        if claims.get("azp", self.client_id if not several else None) != self.client_id:
            raise ProviderFailedError("the provider speaks to somebody else")
        return dict(claims)

    def _person(self, claims: Mapping[str, Any]) -> Told:
        email, verified = claims.get(self.email_claim), claims.get("email_verified")
        said = claims.get("amr")
        proofs = {str(each) for each in said} if isinstance(said, list) else set()
        proofs |= {str(claims["acr"])} if "acr" in claims else set()
        return Told(
            str(claims["sub"]),
            email.strip() if isinstance(email, str) and verified is True else "",
            str(claims.get("name") or "")[:200],
            proved_twice=bool(proofs & self.second_factor),
        )


class _failing:  # noqa: N801 (used as a word: with _failing())
    """Says of everything that may go wrong on the way that the provider failed."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        wrong = (
            requests.RequestException,
            WayRefusedError,
            OAuthError,
            JoseError,
            ValueError,
            LookupError,
            TypeError,
            AttributeError,
        )
        if isinstance(error, wrong):
            # What it said may hold a code or an address of mail: only the kind is kept.
            raise ProviderFailedError(type(error).__name__) from None


def _how_to_prove(known: Mapping[str, Any]) -> str:
    ways = known.get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
    return "client_secret_basic" if "client_secret_basic" in ways else "client_secret_post"


def provider(config: Config) -> Provider | None:
    """The provider of the settings, if there is one. Raises SettingError."""
    if not config.oidc_issuer:
        return None
    if not config.oidc_client_id:
        raise SettingError("UMILIKI_OIDC_CLIENT_ID", "say what the register is called at the provider")
    if not config.oidc_secret_file:
        raise SettingError("UMILIKI_OIDC_SECRET_FILE", "name the file that holds the secret for the provider")
    return Provider(
        config.oidc_issuer,
        config.oidc_name or urlsplit(config.oidc_issuer).netloc,
        config.oidc_client_id,
        secret_in(config.oidc_secret_file, "UMILIKI_OIDC_SECRET_FILE"),
        config.oidc_email_claim,
        frozenset(each.strip() for each in config.oidc_second_factor.split(",") if each.strip()),
    )
