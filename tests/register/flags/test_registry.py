from dataclasses import fields, replace

import pytest

from register.flags import registry
from register.flags.flag import Flag, fingerprint
from register.flags.methodology import PartMissingError, methodology


def test_the_folder_is_the_registry() -> None:
    assert {"no-declaration", "one-real-bidder", "owner-is-official", "shared-owner"} <= {
        flag.code for flag in registry()
    }


@pytest.mark.parametrize("flag", registry(), ids=lambda flag: flag.code)
def test_every_flag_tells_its_five_parts(flag: Flag) -> None:
    told = methodology(flag)

    assert all(getattr(told, part.name)[0].isupper() for part in fields(told))


def test_a_flag_that_lacks_a_part_is_refused_by_its_name() -> None:
    (flag, *_) = registry()
    bare = replace(flag, code="bare", find=lambda picture, law: ())

    with pytest.raises(PartMissingError, match="bare"):
        methodology(bare)


def test_a_fingerprint_does_not_depend_on_the_order_of_the_parties() -> None:
    assert fingerprint("shared-owner", "ocds-1", ("b", "a")) == fingerprint(
        "shared-owner", "ocds-1", ("a", "b", "a")
    )
    assert fingerprint("shared-owner", "ocds-1", ("a",)) != fingerprint("shared-owner", "ocds-2", ("a",))
