"""What the stored form refuses to guess."""

from dataclasses import dataclass

import pytest

from narrator.model.codec import decode


@dataclass
class Loose:
    """A field of one of several kinds, which the stored form does not tell apart."""

    value: int | str | None


def test_a_field_of_one_of_several_kinds_has_no_stored_form() -> None:
    with pytest.raises(TypeError, match="several kinds"):
        decode(Loose, ["a"])
