"""Send a short message that was left with the deed it tells of."""

from register.gateways.sms import SmsGateway
from register.store.outbox import Work


def send_sms(gateway: SmsGateway, work: Work) -> None:
    """Send the message that was left: payload `to` (a phone number in E.164) and `text`."""
    gateway.send(work.payload["to"], work.payload["text"], work.key)
