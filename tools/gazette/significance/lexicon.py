"""What do the words of a passage speak of?

The lexicon is data (``data/lexicon.yml``): facts, each with its field and its terms in English
and Chinese. Looking up is one walk through a tree of word forms, longest term first.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypedDict, cast

from gazette.significance.packaged import read_yaml
from gazette.significance.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from gazette.significance.words import Words

NO_FIELD = "none"
RECIPIENT = "recipient"


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that a change can be about (``retention``)."""

    name: str
    field: str
    """The field it belongs to (``processing``), or ``none``."""
    verb: bool
    """Whether its terms are what someone does, so that what follows must be quoted too."""
    say: Mapping[str, Mapping[str, str]]
    """By direction (``added``), then by language: what its change means, with {} for the words."""


class Hit(NamedTuple):
    """A term of the lexicon where it stands in a text."""

    fact: str
    term: str
    """The forms of its words, joined by spaces."""
    first: int
    """Index of its first word."""
    last: int
    """Index after its last word."""


_OBJECTION = "opt_out"
_REACH = 3
# "Object to", "opt out of", "unsubscribe from": what follows is what one can refuse, and no
# purpose or recipient that is new.
_REFUSALS = frozenset(
    {("object", "to"), ("out", "of"), ("unsubscrib", "from"), ("objection", "to")}
)
_REFUSING = frozenset(first for first, _ in _REFUSALS)


def _objected(before: Sequence[str]) -> bool:
    return not _REFUSALS.isdisjoint(pairwise(before))


class _Node:
    __slots__ = ("facts", "term", "under")

    def __init__(self) -> None:
        self.under: dict[str, _Node] = {}
        self.facts: tuple[str, ...] = ()
        self.term = ""


class _Entry(TypedDict, total=False):
    field: str
    verb: bool
    say: dict[str, dict[str, str]]
    en: str
    zh: str
    any: str


@cache
def facts() -> Mapping[str, Fact]:
    """Every fact of the lexicon, by name, in its order."""
    return {
        name: Fact(name, entry["field"], entry.get("verb", False), entry.get("say", {}))
        for name, entry in _data().items()
    }


@cache
def fields() -> tuple[str, ...]:
    """The fields that facts belong to, in the lexicon's order, without ``none``."""
    return tuple(dict.fromkeys(f.field for f in facts().values() if f.field != NO_FIELD))


def hits(text: Words) -> Iterator[Hit]:
    """Every term in a text: at each place the longest, and none inside another."""
    under = _tree().under
    forms = text.forms
    end, stop = len(forms), 0
    refuses = not _REFUSING.isdisjoint(forms)
    for at in [at for at, form in enumerate(forms) if form in under]:
        if at < stop:
            continue
        node: _Node | None = under[forms[at]]
        best, stop, ahead = None, at + 1, at + 1
        while node is not None:
            if node.facts:
                best, stop = node, ahead
            node = node.under.get(forms[ahead]) if ahead < end else None
            ahead += 1
        if best is not None:
            objected = refuses and _objected(forms[max(0, at - _REACH) : at])
            for fact in best.facts:
                yield Hit(_OBJECTION if objected else fact, best.term, at, stop)


@cache
def _data() -> Mapping[str, _Entry]:
    data = read_yaml(files("gazette.significance") / "data" / "lexicon.yml")
    return cast("dict[str, _Entry]", data)


@cache
def _tree() -> _Node:
    root = _Node()
    for name, entry in _data().items():
        for term in _terms(entry):
            node = root
            forms = words(term).forms
            for form in forms:
                node = node.under.setdefault(form, _Node())
            if name not in node.facts:
                node.facts = (*node.facts, name)
                node.term = " ".join(forms)
    return root


def _terms(entry: _Entry) -> Iterator[str]:
    for listed in (
        entry.get("en", ""),
        entry.get("any", ""),
        entry.get("zh", "").replace("、", ","),
    ):
        for term in listed.split(","):
            if term.strip():
                yield term.strip()
