"""Send a short message that was left with the deed it tells of."""

from datetime import datetime

from register.gateways.sms import SmsGateway
from register.store.outbox import Work


def send_sms(gateway: SmsGateway, work: Work, *, now: datetime) -> None:
    """Send the message that was left: payload `to` (a phone number in E.164) and `text`.

    One that is good `until` a moment (ISO 8601) is not sent after it: a code that came too late only confuses.
    """
    until = work.payload.get("until")
    if until is not None and datetime.fromisoformat(until) <= now:
        return
    gateway.send(work.payload["to"], work.payload["text"], work.key)
