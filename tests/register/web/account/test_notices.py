"""What people are told fits one message of any telephone, in its own letters."""

from dataclasses import fields
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask

from register.access import Role
from register.actions.tell import Notice
from register.store.contact_changes import ContactChange
from register.store.contacts import Contact, ContactKind
from register.web.account import notices
from tests.factories.people import person_of

#: The letters of GSM 03.38 that cost one place each.
GSM = set(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
NOW = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize("language", ["en", "sw"])
def test_each_notice_is_one_short_message(app: Flask, language: str) -> None:
    ana = person_of(app, Role.SUPPLIER)
    change = ContactChange(
        1, ana.id, Contact(ContactKind.PHONE, "+254712345678"), NOW, NOW + timedelta(days=3)
    )
    with app.test_request_context(headers={"Accept-Language": language}):
        codes = notices.codes()
        told: list[Notice] = [
            codes.code("123456"),
            codes.taken,
            codes.none_here,
            notices.registered("Ana", language),
            notices.passphrase_changed(ana),
            notices.contact_counts(ana),
            notices.contact_changes(ana)(change, "x" * 43),
            *(
                notices.factor_changed(ana, getattr(notices, name))
                for name in dir(notices)
                if name.isupper() and name.endswith(("MADE", "USED", "ADDED", "REMOVED", "CHANGED", "JOINED"))
            ),
        ]

    assert len(told) >= 13
    assert [each.short for each in told if len(each.short) > 160] == []
    assert [set(each.short) - GSM for each in told if set(each.short) - GSM] == []
    assert [each for each in told if not all(getattr(each, field.name) for field in fields(Notice))] == []
