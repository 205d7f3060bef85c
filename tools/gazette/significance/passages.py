"""What do the differences of one revision mean under a taxonomy?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette.model import Kind, UnitAssessment
from gazette.significance.by_words import by_words
from gazette.significance.editorial import HEADING, words_fell_out
from gazette.significance.editorial import editorial as recognised
from gazette.significance.features import features
from gazette.significance.findings import categorised, found_by_pattern, found_in, limiting
from gazette.significance.judge import judge
from gazette.significance.limits import limits
from gazette.significance.revision import settled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gazette.model import Finding, Taxonomy
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


def assess_passages(
    passages: Sequence[tuple[Difference, Shape]],
    taxonomy: Taxonomy,
    changes: Sequence[int],
    network: Network | None = None,
) -> tuple[UnitAssessment, ...]:
    """Assess the changed passages of one revision with each other in view.

    Args:
        passages: Each difference and what kind of passage it is.
        taxonomy: What counts as significant.
        changes: The index of each one's change, for its findings.
        network: Another than the packaged one.
    """
    apart = settled([difference for difference, _ in passages])
    certain = [
        why or recognised(difference, shape)
        for (difference, why), (_, shape) in zip(apart, passages, strict=True)
    ]
    headings_only = all(why is not None for why in certain)
    return tuple(
        UnitAssessment(Kind.EDITORIAL, (), limits_rights=False, findings=(), why=why)
        if why is not None and not (why == HEADING and headings_only)
        else _assessed(difference, judge(features(difference, shape), network), taxonomy, change)
        for why, (difference, _), (_, shape), change in zip(
            certain, apart, passages, changes, strict=True
        )
    )


def _assessed(
    difference: Difference, judged: Judgement, taxonomy: Taxonomy, change: int
) -> UnitAssessment:
    if words_fell_out(difference):
        return UnitAssessment(Kind.UNSURE, (), limits_rights=False, findings=(), why=_FELL_OUT)
    findings = tuple(_findings(difference, judged, taxonomy, change))
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
    difference: Difference, judged: Judgement, taxonomy: Taxonomy, change: int
) -> Iterator[Finding]:
    """What the patterns show, then what the model holds likely enough, then limited rights.

    A limit on rights says better what became of them than the terms that the clause names.
    """
    about_rights = judged.fields[_RIGHTS] >= taxonomy.threshold
    said = by_words(difference)
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
