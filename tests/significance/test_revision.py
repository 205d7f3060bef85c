from __future__ import annotations

from gazette.significance.difference import difference
from gazette.significance.revision import RENAMED, settled

TEXTS = ("{} keeps your data.", "You can write to {}.", "{} answers within a week.")


def whys(old: str, new: str) -> set[str | None]:
    apart = [difference(text.format(old), text.format(new)) for text in TEXTS]
    return {why for _, why in settled(apart)}


def test_a_name_that_is_changed_throughout_is_a_rebranding() -> None:
    assert whys("The Lumen App", "The Canvas App") == {RENAMED}


def test_another_company_throughout_is_no_rebranding() -> None:
    assert whys("Fernleaf, Inc.", "Alderbrook, Inc.") == {None}
