"""Which way short messages go: what the settings ask for."""

from register.config import Config, SettingError
from register.gateways.africas_talking import AfricasTalking
from register.gateways.secret_files import secret_in
from register.gateways.sms import FileSmsGateway, SmsGateway


def sms_gateway(config: Config) -> SmsGateway:
    """The provider of the settings; without one, messages are kept as files. Raises SettingError."""
    if not config.sms_username:
        return FileSmsGateway(config.data / "outbox")
    if not config.sms_secret_file:
        raise SettingError("UMILIKI_SMS_SECRET_FILE", "name the file that holds the key of the SMS provider")
    key = secret_in(config.sms_secret_file, "UMILIKI_SMS_SECRET_FILE")
    return AfricasTalking(config.sms_url, config.sms_username, key, config.sms_sender)
