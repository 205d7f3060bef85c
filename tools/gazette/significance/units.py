"""Changed paragraphs by themselves, as `gazette assess --units` reads them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from gazette.markup import visible
from gazette.significance.difference import difference
from gazette.significance.passages import Passage, assess_passages
from gazette.significance.shape import of_markdown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazette.model import Taxonomy, UnitAssessment
    from gazette.significance.network import Network

_TOGETHER = 100
"""Revisions that are held in memory at a time: together they take less time than one by one."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One changed paragraph."""

    id: str
    before: str
    """Its old Markdown; empty if it is new."""
    after: str
    """Its new Markdown; empty if it was removed."""
    revision: str = ""
    """Units of one revision have the same; empty if it stands alone."""


def assess_units(
    units: Sequence[Unit], taxonomy: Taxonomy, network: Network | None = None
) -> tuple[UnitAssessment, ...]:
    """Assess changed paragraphs, those of one revision with each other in view.

    Text that leaves one paragraph for another of the same revision has moved, and a name that is
    changed throughout is a re-branding; both are editorial. Another network than the packaged one
    may be given, to hold services out.
    """
    of_revision: dict[str, list[int]] = {}
    for at, unit in enumerate(units):
        of_revision.setdefault(unit.revision or f"#{at}", []).append(at)
    revisions = list(of_revision.values())
    answers: dict[int, UnitAssessment] = {}
    for begin in range(0, len(revisions), _TOGETHER):
        some = revisions[begin : begin + _TOGETHER]
        passages = [[compared(units[at]) for at in own] for own in some]
        assessed = assess_passages(passages, taxonomy, network)
        answers.update(zip(chain(*some), assessed, strict=True))
    return tuple(answers[at] for at in range(len(units)))


def assess_unit(before: str, after: str, taxonomy: Taxonomy) -> UnitAssessment:
    """Assess one changed paragraph of Markdown; either side may be empty."""
    return assess_units([Unit("", before, after)], taxonomy)[0]


def compared(unit: Unit) -> Passage:
    """The difference of a unit, by what a reader sees, and its shape."""
    apart = difference(visible(unit.before), visible(unit.after))
    return Passage(apart, of_markdown(unit.after or unit.before))
