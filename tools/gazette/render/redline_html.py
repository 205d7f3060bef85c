"""How does a redline look on the page?"""

from __future__ import annotations

from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

from markupsafe import Markup

from gazette.render.clause_html import clauses_html
from gazette.render.environment import template
from gazette.render.shown import Fold, ShownChange, shown
from gazette.render.view import AT_FIRST, View

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from gazette.model import Comparison
    from gazette.render.notes import Note

_NONE: Mapping[int, Sequence[Note]] = MappingProxyType({})


def redline(
    comparison: Comparison,
    *,
    notes: Mapping[int, Sequence[Note]] = _NONE,
    view: View = AT_FIRST,
) -> Markup:
    """The redline: both texts in one, insertions and deletions marked; or side by side.

    Each change is a group ``change-1``, ``change-2`` and so on, which holds both views; the reader
    chooses one without a script. In the first, each clause keeps its permanent address, and what
    is read without ``<ins>`` is the old text, without ``<del>`` the new one. What did not change
    is folded.

    Args:
        comparison: Two documents, compared.
        notes: What stands beside the changes, by their index.
        view: What is open to begin with.
    """
    return _page("views", comparison, notes, view)


def change_list(comparison: Comparison, *, notes: Mapping[int, Sequence[Note]] = _NONE) -> Markup:
    """The specific changes as a plain list, each with a link to its section."""
    return _page("changes", comparison, notes)


def standalone(
    comparison: Comparison,
    old: str,
    new: str,
    *,
    notes: Mapping[int, Sequence[Note]] = _NONE,
    lang: str = "en",
    view: View = AT_FIRST,
) -> str:
    """A whole HTML page of its own, which loads nothing: style and script are in it.

    Args:
        comparison: Two documents, compared.
        old: What the old text is called.
        new: What the new text is called.
        notes: What stands beside the changes, by their index.
        lang: The language of the texts.
        view: What is open to begin with.
    """
    return template("redline/standalone.html.j2").render(
        old=old,
        new=new,
        lang=lang,
        coarse=comparison.coarse,
        view=view,
        changes=change_list(comparison, notes=notes),
        redline=redline(comparison, notes=notes, view=view),
        style=Markup(asset("gazette-redline.css")),  # noqa: S704 - the package's own
        script=Markup(asset("gazette-redline.js")),  # noqa: S704 - the package's own
    )


def one_change(change: ShownChange) -> tuple[str, str]:
    """One change for the page of any two versions: its entry in the list, and its group.

    Both are as :func:`change_list` and :func:`redline` have them for the second change of three,
    but for the addresses of clauses, which belong to a version.
    """
    part = template("redline/macros.html.j2").module
    entry, group = part.entry(change), part.group(change, 3, False)  # type: ignore[attr-defined]  # noqa: FBT003
    return str(entry).strip(), str(group).strip()


def asset(name: str) -> str:
    """The text of a packaged style sheet or script."""
    return files("gazette.render").joinpath("assets", name).read_text(encoding="utf-8")


def _page(
    name: str,
    comparison: Comparison,
    notes: Mapping[int, Sequence[Note]],
    view: View = AT_FIRST,
) -> Markup:
    rows = shown(comparison, notes)
    page = template(f"redline/{name}.html.j2")
    return Markup(  # noqa: S704 - the template escapes what is no markup
        page.render(
            rows=rows,
            changes=[row for row in rows if isinstance(row, ShownChange)],
            declared=notes.get(-1, ()),
            unchanged=_unchanged,
            view=view,
            is_fold=lambda row: isinstance(row, Fold),
        )
    )


def _unchanged(fold: Fold) -> Markup:
    """The clauses of a fold, their headings beside those of the changes."""
    return clauses_html(fold.clauses, top=3)
