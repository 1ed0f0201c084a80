"""Every answer a declaration asks for is classified, in every place: nobody has to guess who may see it."""

import pytest

from register.declarations.field_names import FRAME, SHAPES, field_names
from register.declarations.persons import Exposure, Particulars
from register.jurisdictions import load
from register.jurisdictions.loading import known

PRIVATE = tuple(SHAPES[shape] + "." for shape in (Particulars, Exposure))


@pytest.mark.parametrize("place", known())
def test_every_field_of_a_declaration_is_classified_and_no_other(place: str) -> None:
    audiences = load(place).audiences

    assert audiences.said == set(field_names())


@pytest.mark.parametrize("place", known())
def test_no_particular_is_public(place: str) -> None:
    public = load(place).audiences.public

    assert [field for field in public if field.startswith(PRIVATE)] == []


@pytest.mark.parametrize("place", known())
def test_what_frames_a_public_answer_is_public(place: str) -> None:
    public = load(place).audiences.public
    shapes = {field.partition(".")[0] for field in public}

    frame = {field for field in field_names() if field.partition(".")[2] in FRAME}

    assert {field for field in frame if field.partition(".")[0] in shapes} <= public
