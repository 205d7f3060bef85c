"""How is each stretch of a clause's text styled?

Python-Markdown renders the inline Markdown, nh3 takes out what a policy has no use for, and
what is left is read as runs of text under inline tags, so that marks can be laid over them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING, TypeAlias

import nh3
from markdown import Markdown
from markdown.blockprocessors import BlockProcessor, ParagraphProcessor
from markdown.util import Registry
from markupsafe import Markup, escape

from gazette.model import ClauseKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from gazette.model import Clause

Tag: TypeAlias = tuple[str, tuple[tuple[str, str], ...]]
"""The name of an inline element, and its attributes."""

_ATTRIBUTES = {"a": {"href", "title"}, "abbr": {"title"}, "img": {"src", "alt"}}
# The marks of a redline are ours alone, so a policy's own <ins> and <del> are taken out.
_INLINE = {"a", "abbr", "br", "code", "em", "img", "strong", "sub", "sup"}
_SCHEMES = {"http", "https", "mailto", "tel"}
_ELSEWHERE = re.compile(r"\s*(?:[a-zA-Z][a-zA-Z0-9+.-]*:|[/\\]{2})")
_VOID = frozenset({"br", "img"})
_SPACE = re.compile(r"[ \t\n\r\f\v]+")


@dataclass(frozen=True, slots=True)
class StyledRun:
    """Consecutive characters of a clause under the same inline elements."""

    text: str
    """As a reader sees it; empty for an image, a space for a line break."""
    tags: tuple[Tag, ...]
    """From the outermost to the innermost."""


def styled(clause: Clause) -> tuple[StyledRun, ...]:
    """The runs of a clause.

    Their texts joined are always ``Clause.text`` (of code: once its white space is collapsed):
    where Python-Markdown reads the body otherwise than the clause does, the text stands without
    style.
    """
    if clause.kind is ClauseKind.CODE:
        return (StyledRun(clause.body, ()),)
    runs = _styled(clause.body)
    text = clause.text
    return runs if "".join([run.text for run in runs]) == text else (StyledRun(text, ()),)


def html_of(runs: Iterable[StyledRun]) -> Markup:
    """The runs as HTML, each element opened once around all of its neighbours."""
    html: list[str] = []
    standing: tuple[Tag, ...] = ()
    for run in runs:
        tags = nesting(run.tags)
        html += _step(standing, tags)
        standing = tags
        html.append(escape(run.text) if tags == run.tags else _opening(run.tags[-1]))
    html += _step(standing, ())
    return Markup("").join(map(Markup, html))


def nesting(tags: tuple[Tag, ...]) -> tuple[Tag, ...]:
    """The elements that a run stands in; a line break or an image is none."""
    return tags[:-1] if tags and tags[-1][0] in _VOID else tags


def _step(standing: Sequence[Tag], tags: Sequence[Tag]) -> Iterable[str]:
    """Close and open what leads from one nesting to the next."""
    shared = 0
    for one, other in zip(standing, tags, strict=False):
        if one != other:
            break
        shared += 1
    yield from (f"</{name}>" for name, _ in reversed(standing[shared:]))
    yield from map(_opening, tags[shared:])


def _opening(tag: Tag) -> str:
    name, attributes = tag
    said = "".join([f' {key}="{escape(value)}"' for key, value in attributes])
    return f"<{name}{said}>"


# Markdown to runs -----------------------------------------------------------------------


@lru_cache(maxsize=2**14)
def _styled(body: str) -> tuple[StyledRun, ...]:
    if not body:
        return ()
    reader = _Reader()
    reader.feed(_sanitised(_inline(body)))
    reader.close()
    return tuple(_collapsed(reader.runs))


def _inline(body: str) -> str:
    """The HTML of a stretch of inline Markdown, without a paragraph around it."""
    renderer = _renderer()
    renderer.reset()
    html = renderer.convert("\n".join(line for line in body.split("\n") if line.strip()))
    return html.removeprefix("<p>").removesuffix("</p>")


@cache
def _renderer() -> Markdown:
    """Python-Markdown without any block but the paragraph: a body is never more than one."""
    renderer = Markdown(output_format="html")
    blocks: Registry[BlockProcessor] = Registry()
    blocks.register(ParagraphProcessor(renderer.parser), "paragraph", 10)
    renderer.parser.blockprocessors = blocks
    renderer.preprocessors.deregister("html_block")
    return renderer


def _sanitised(html: str) -> str:
    return nh3.clean(
        html,
        tags=_INLINE,
        attributes=_ATTRIBUTES,
        attribute_filter=_kept,
        url_schemes=_SCHEMES,
        link_rel=None,
    )


def _kept(element: str, attribute: str, value: str) -> str | None:
    """An image stays only where it loads nothing from another host."""
    if element == "img" and attribute == "src" and _ELSEWHERE.match(value):
        return None
    return value


class _Reader(HTMLParser):
    """Collects text with the elements that it stands in."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.runs: list[StyledRun] = []
        self._open: list[Tag] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = (tag, tuple(sorted((name, value or "") for name, value in attrs)))
        if tag in _VOID:
            text = " " if tag == "br" else ""
            self.runs.append(StyledRun(text, (*self._open, found)))
        else:
            self._open.append(found)

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1][0] == tag:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self.runs.append(StyledRun(data, tuple(self._open)))


def _collapsed(runs: Iterable[StyledRun]) -> Iterator[StyledRun]:
    """The runs with white space collapsed across their borders, and none at either end."""
    waiting: StyledRun | None = None
    started = False
    for run in runs:
        text = _SPACE.sub(" ", run.text)
        if text.startswith(" ") and (waiting is None or nesting(run.tags) != run.tags):
            waiting = StyledRun(" ", run.tags)
        if words := text.strip(" "):
            if waiting and started:
                yield waiting
            yield StyledRun(words, run.tags)
            started = True
            waiting = StyledRun(" ", run.tags) if text.endswith(" ") else None
        elif not text:
            yield run
