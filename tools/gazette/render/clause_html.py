"""How does a policy's text look on the page?"""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from gazette.document import anchors
from gazette.model import ClauseKind
from gazette.render.blocks import Placed, blocks, cells, rows
from gazette.render.blocks import headings as placed_headings
from gazette.render.environment import template
from gazette.render.styled import html_of, styled

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from gazette.model import Clause, Document


_NONE: Mapping[str, str] = MappingProxyType({})


class Heading(NamedTuple):
    """One heading, for a table of contents."""

    level: int
    """On the page: 2 for the highest."""
    id: str
    text: str
    """With its printed number."""


def document_html(
    document: Document, *, title: bool = True, histories: Mapping[str, str] = _NONE
) -> Markup:
    """A document in full: every clause under its permanent address, with a link to it.

    Args:
        document: The document.
        title: False leaves the title (the only first-level heading, where it comes first) to
            the page.
        histories: By the address of a clause, the link to its history.
    """
    body = _body(document, title=title)
    return clauses_html([replace(one, history=histories.get(one.anchor, "")) for one in body])


def clauses_html(placed: Sequence[Placed], *, top: int = 2, addressed: bool = True) -> Markup:
    """Clauses in their blocks; without ids and links to them unless ``addressed``."""
    page = template("clauses.html.j2").module
    return Markup(page.document(blocks(placed, top=top), _PARTS, addressed))  # type: ignore[attr-defined]  # noqa: S704 - the template's own markup


def headings(document: Document, *, title: bool = True) -> tuple[Heading, ...]:
    """The headings of a document as :func:`document_html` has them."""
    return tuple(
        Heading(level, one.anchor, " ".join(filter(None, (one.label, one.clause.text))))
        for level, one in placed_headings(_body(document, title=title))
    )


def title_of(document: Document) -> Heading | None:
    """The document's title: its first clause, where that is its only first-level heading."""
    first = [c.level for c in document.clauses if c.kind is ClauseKind.HEADING].count(1) == 1
    if not first or document.clauses[0].kind is not ClauseKind.HEADING:
        return None
    clause = document.clauses[0]
    return Heading(1, anchors(document)[0], clause.text) if clause.level == 1 else None


def placed(document: Document) -> tuple[Placed, ...]:
    """Every clause with its permanent address."""
    return tuple(map(Placed, document.clauses, anchors(document)))


def inline_html(clause: Clause) -> Markup:
    """A clause's text with its own styling, without its number."""
    return html_of(styled(clause))


def cells_html(clause: Clause) -> list[Markup]:
    """The cells of a table's row."""
    return [inline_html(clause._replace(body=cell)) for cell in cells(clause.body)]


def _body(document: Document, *, title: bool) -> tuple[Placed, ...]:
    every = placed(document)
    return every if title or title_of(document) is None else every[1:]


_PARTS = {"inline": inline_html, "cells": cells_html, "rows": rows}
