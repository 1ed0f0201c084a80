"""A network as it stood on a day is whole, or says what it misses."""

from dataclasses import replace
from datetime import date

import pytest

from bods.codelists import RecordStatus
from bods.exceptions import MissingRecordError, RecordNotOpenError
from bods.history import network_at
from bods.network import Network
from tests.bods.stories import ALFA, ANA, owns, shares, statement

LINK = owns("ana", "alfa", shares(60))
COMPANY = statement("alfa", ALFA, published="2024-01-02")
PERSON = statement("ana", ANA, published="2024-01-02")
HOLDING = statement("link", LINK, published="2024-01-02")
DAY = date(2024, 6, 1)


def test_the_open_records_of_a_subject_are_its_network() -> None:
    beta = replace(statement("beta", ALFA), declaration_subject="beta")

    network = network_at([COMPANY, beta, PERSON, HOLDING], "alfa", DAY)

    assert network == Network("alfa", {"alfa": ALFA, "ana": ANA, "link": LINK})


def test_before_anything_was_known_the_network_is_empty() -> None:
    assert network_at([COMPANY, PERSON, HOLDING], "alfa", DAY, date(2024, 1, 1)) == Network("alfa", {})


def test_a_party_that_was_closed_is_missed_with_the_day_of_its_closing() -> None:
    gone = statement("ana", ANA, "2024-05-01", status=RecordStatus.CLOSED)

    with pytest.raises(
        RecordNotOpenError, match="On 2024-06-01, link points to ana, which was closed on 2024-05-01"
    ):
        network_at([COMPANY, PERSON, HOLDING, gone], "alfa", DAY)


def test_a_party_first_spoken_of_later_is_missed_with_that_day() -> None:
    later = replace(PERSON, statement_date="2024-07-01")

    with pytest.raises(RecordNotOpenError, match="first spoken of on 2024-07-01"):
        network_at([COMPANY, later, HOLDING], "alfa", DAY)


def test_a_party_never_stated_is_missed() -> None:
    with pytest.raises(MissingRecordError, match="which nothing known then speaks of") as caught:
        network_at([COMPANY, HOLDING], "alfa", DAY)

    assert (caught.value.record_id, caught.value.named_by) == ("ana", "link")
