"""What do the differences of one revision mean under a taxonomy?"""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple

from gazette.model import Kind, UnitAssessment
from gazette.significance.by_words import by_words
from gazette.significance.editorial import HEADING, editorial, words_fell_out
from gazette.significance.features import features
from gazette.significance.findings import categorised, found_by_pattern, found_in, limiting
from gazette.significance.judge import judge
from gazette.significance.limits import limits
from gazette.significance.revision import settled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gazette.model import Finding, Taxonomy
    from gazette.significance.by_words import ByWords
    from gazette.significance.difference import Difference
    from gazette.significance.judge import Judgement
    from gazette.significance.network import Network
    from gazette.significance.shape import Shape

# Below the threshold by no more than this, a field is worth a look.
_MARGIN = 0.3
_SUBSTANTIVE = 0.3
# Nothing is flagged that is unlikelier than this to change the meaning at all.
_MEANS_SOMETHING = 0.75
# A field of which no term came or went must be likelier by so much: there is less to show.
_UNNAMED = 0.1
_RIGHTS = "rights"
_UNPLACED = "The meaning seems to change, but no category could be made out"
_NEARLY = "It may fall in a category, but that is not certain"
_FELL_OUT = "Words seem to have fallen out of a sentence"
_WORDING = "The wording changed, not the meaning"


class Passage(NamedTuple):
    """A changed passage."""

    difference: Difference
    shape: Shape
    change: int = 0
    """The index of its change, for its findings."""


def assess_passages(
    revisions: Sequence[Sequence[Passage]], taxonomy: Taxonomy, network: Network | None = None
) -> tuple[UnitAssessment, ...]:
    """Assess the changed passages of revisions, those of each with each other in view.

    Several revisions at once take less time than one after the other. There is an answer for each
    passage, in their order.

    Args:
        revisions: The passages of each.
        taxonomy: What counts as significant.
        network: Another than the packaged one.
    """
    every = [own for passages in revisions for own in recognised(passages)]
    doubtful = [passage for passage, why in every if why is None]
    judged = judge([features(difference, shape) for difference, shape, _ in doubtful], network)
    said = by_words([difference for difference, _, _ in doubtful])
    assessed = map(_assessed, said, judged, repeat(taxonomy), [change for _, _, change in doubtful])
    return tuple(
        [
            next(assessed)
            if why is None
            else UnitAssessment(Kind.EDITORIAL, (), limits_rights=False, findings=(), why=why)
            for _, why in every
        ]
    )


def recognised(passages: Sequence[Passage]) -> list[tuple[Passage, str | None]]:
    """The passages of a revision without what only moved among them.

    With each, why it is editorial, if that is certain.
    """
    apart = settled([passage.difference for passage in passages])
    left = [
        (passage._replace(difference=difference), why or editorial(difference, passage.shape))
        for passage, (difference, why) in zip(passages, apart, strict=True)
    ]
    # Where nothing but headings changed, they say what they are about by themselves.
    if all(why is not None for _, why in left):
        return [(passage, None if why == HEADING else why) for passage, why in left]
    return left


def _assessed(said: ByWords, judged: Judgement, taxonomy: Taxonomy, change: int) -> UnitAssessment:
    if words_fell_out(said.difference):
        return UnitAssessment(Kind.UNSURE, (), limits_rights=False, findings=(), why=_FELL_OUT)
    findings = tuple(_findings(said, judged, taxonomy, change))
    named = {finding.category for finding in findings}
    kind, why = answered(judged, taxonomy.threshold, found=bool(findings))
    return UnitAssessment(
        kind=kind,
        categories=tuple(c.key for c in taxonomy.categories if c.key in named),
        limits_rights=taxonomy.limits_rights.key in named,
        findings=findings,
        why=why,
    )


def answered(judged: Judgement, threshold: float, *, found: bool) -> tuple[Kind, str]:
    """The answer for a difference, given whether anything was found, and why if nothing was."""
    if found:
        return Kind.SUBSTANTIVE, ""
    if max(judged.fields.values()) >= threshold - _MARGIN:
        return Kind.UNSURE, _NEARLY
    if judged.substantive >= _SUBSTANTIVE:
        return Kind.UNSURE, _UNPLACED
    return Kind.EDITORIAL, _WORDING


def _findings(
    said: ByWords, judged: Judgement, taxonomy: Taxonomy, change: int
) -> Iterator[Finding]:
    """What the patterns show, then what the model holds likely enough, then limited rights.

    A limit on rights says better what became of them than the terms that the clause names.
    """
    about_rights = judged.fields[_RIGHTS] >= taxonomy.threshold
    difference = said.difference
    limited = limits(said, about_rights=about_rights)
    by_pattern = found_by_pattern(said)
    seen = {(found.fact, found.direction) for found in by_pattern}
    likely = (
        found
        for field, chance in judged.fields.items()
        if chance >= taxonomy.threshold
        and max(judged.substantive, chance) >= _MEANS_SOMETHING
        and not (field == _RIGHTS and any(limit.fact for limit in limited))
        for found in found_in(difference, field, unnamed=chance >= taxonomy.threshold + _UNNAMED)
        if (found.fact, found.direction) not in seen
    )
    for found in (*by_pattern, *likely):
        yield from categorised(found, difference, taxonomy, change)
    yield from limiting(difference, limited, taxonomy, change)
