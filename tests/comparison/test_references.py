"""Which references to other clauses merely follow a renumbering."""

from __future__ import annotations

import pytest

from gazette.comparison.references import Renumbering
from gazette.document import parse

OLD = parse("# A\n\n3.4. x\n\n5. x\n\n(a) x\n\n## Article 7 x\n\n第三条 x\n\n# B\n\n3.4. y")
NEW = parse("# A\n\n3.5. x\n\n6. x\n\n(b) x\n\n## Article 8 x\n\n第四条 x\n\n# B\n\n3.6. y")
RENUMBERING = Renumbering(lambda: zip(OLD.clauses, NEW.clauses, strict=True))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("see clause 3.4", "see clause 3.5"),
        ("see 3.4.", "see 3.5."),
        ("Sections 3.4 and 5 apply", "Sections 3.5 and 6 apply"),
        ("under paragraph (a)", "under paragraph (b)"),
        ("as Article 7 says", "as Article 8 says"),
        ("详见第三条", "详见第四条"),
    ],
)
def test_a_reference_that_had_to_follow(old: str, new: str) -> None:
    assert RENUMBERING.explains(old, new, "A")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("see clause 3.4", "see clause 3.6"),
        ("within 5 days", "within 6 days"),
        ("see clause 3.4 in 5 days", "see clause 3.5 in 6 days"),
        ("3.4 million", "3.5 million"),
        ("see clause 9", "see clause 10"),
        ("see clause 3.4", "see clause 3.4 now"),
    ],
)
def test_a_change_that_is_more(old: str, new: str) -> None:
    assert not RENUMBERING.explains(old, new, "A")


def test_a_number_means_the_clause_of_its_own_part() -> None:
    assert RENUMBERING.explains("see clause 3.4", "see clause 3.6", "B")


def test_a_number_that_only_one_part_has_is_found_from_another() -> None:
    assert RENUMBERING.explains("see clause 5", "see clause 6", "B")
