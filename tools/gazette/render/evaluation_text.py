"""How an evaluation against labels is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gazette.significance.evaluation import Evaluation, Score, Table

_CONFUSIONS = 20
_IDS = 3


def evaluation_text(evaluation: Evaluation) -> str:
    """The figures as lines of text, and the most frequent confusions."""
    lines = [
        *_table("By unit", evaluation.units),
        *_table("By unit, labels that are sure", evaluation.sure_units),
        *_table("By revision", evaluation.revisions),
        *_table("By revision, labels that are sure", evaluation.sure_revisions),
        _line("limits_rights", evaluation.limits_rights),
        _share(
            "editorial units flagged",
            evaluation.editorial_units_flagged,
            evaluation.editorial_units,
        ),
        _share(
            "significant revisions noticed",
            evaluation.significant_revisions_noticed,
            evaluation.significant_revisions,
        ),
        _share(
            "editorial revisions flagged",
            evaluation.editorial_revisions_flagged,
            evaluation.editorial_revisions,
        ),
    ]
    if evaluation.confusions:
        lines += ["", "Confusions, the most frequent first (labelled -> said)"]
    for confusion in evaluation.confusions[:_CONFUSIONS]:
        labelled, said = "+".join(confusion.labelled), "+".join(confusion.said)
        ids = ", ".join(confusion.ids[:_IDS]) + (", …" if len(confusion.ids) > _IDS else "")
        lines.append(f"  {len(confusion.ids):4d}  {labelled} -> {said}  ({ids})")
    return "\n".join(lines)


def _table(title: str, table: Table) -> list[str]:
    precision, recall, f1 = table.macro
    return [
        title,
        *(_line(key, score) for key, score in table.categories.items()),
        _line("micro", table.micro),
        f"  {'macro':30s} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}",
        "",
    ]


def _line(name: str, score: Score) -> str:
    figures = f"P {score.precision:.3f}  R {score.recall:.3f}  F1 {score.f1:.3f}"
    return f"  {name:30s} {figures}  n {score.true}"


def _share(name: str, part: int, whole: int) -> str:
    return f"  {name:30s} {part / whole if whole else 0:.3f}  of {whole}"
