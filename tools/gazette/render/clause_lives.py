"""What does the page of a policy's clauses tell of each?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from gazette.lives import Place, lives
from gazette.render.clause_html import clauses_html, placed
from gazette.render.clause_names import headings_over, name_of, shortened
from gazette.render.shown import ShownChange, shown

if TYPE_CHECKING:
    from markupsafe import Markup

    from gazette.lives import Event, Life
    from gazette.publication import Edition, Publication
    from gazette.render.blocks import Placed


@dataclass(frozen=True, slots=True)
class ShownEvent:
    """What happened to a clause in one version."""

    edition: Edition
    change: ShownChange | None
    """None where the clause came with the policy's first version."""


class Heir(NamedTuple):
    """The clause into which another was merged."""

    anchor: str
    name: str


@dataclass(frozen=True, slots=True)
class ShownLife:
    """One clause through all versions."""

    anchor: str
    """Says where it began, so that a link to it stays right: ``privacy-policy-3.1-since-1.0``."""
    name: str
    """Its number, or what it is; as it was last."""
    where: str
    """The part and the heading that it stands under."""
    excerpt: str
    """Its first words."""
    first: Markup
    """Its text in the first version that has it."""
    events: tuple[ShownEvent, ...]
    """Oldest first."""
    is_gone: bool
    heir: Heir | None
    """Where it is gone because it was merged."""

    @property
    def has_changed(self) -> bool:
        """Whether anything happened to it since it came."""
        return len(self.events) > 1


class ClauseLives:
    """The lives of a policy's clauses, and their addresses on the page that tells them."""

    def __init__(self, publication: Publication) -> None:
        """Follow every clause through the published versions."""
        first, *later = reversed(publication.editions)
        comparisons = {e.number: e.step.revision.comparison for e in later if e.step}
        self._editions = {edition.number: edition for edition in publication.editions}
        self._placed = {number: placed(e.document) for number, e in self._editions.items()}
        self._over = {
            number: headings_over(e.document.clauses) for number, e in self._editions.items()
        }
        self._changes = {
            number: [row for row in shown(comparison, {}) if isinstance(row, ShownChange)]
            for number, comparison in comparisons.items()
        }
        self._lives = lives(first.number, first.document, list(comparisons.items()))
        self._owners = {
            place: life
            for life in self._lives
            for place in life.places[life.places.index(life.origin) :]
        }

    def told(self) -> tuple[ShownLife, ...]:
        """Every life: in the order of the newest version, then what is gone."""
        return tuple(map(self._told, self._lives))

    def addresses(self, edition: Edition) -> dict[str, str]:
        """By the permanent address of each clause of a version, that of its life."""
        return {
            one.anchor: self._anchor(self._owners[Place(edition.number, at)])
            for at, one in enumerate(self._placed[edition.number])
        }

    def _told(self, life: Life) -> ShownLife:
        last = life.places[-1]
        heir = self._owners[life.heir] if life.heir else None
        return ShownLife(
            anchor=self._anchor(life),
            name=name_of(life.clause),
            where=self._over[last.version][id(self._at(last).clause)],
            excerpt=shortened(life.clause.text),
            first=clauses_html([self._at(life.places[0])], top=4, addressed=False),
            events=tuple([self._event(event) for event in life.events]),
            is_gone=life.is_gone,
            heir=Heir(self._anchor(heir), name_of(heir.clause)) if heir else None,
        )

    def _event(self, event: Event) -> ShownEvent:
        change = self._changes[event.version][event.index - 1] if event.index else None
        return ShownEvent(self._editions[event.version], change)

    def _anchor(self, life: Life) -> str:
        return f"{self._at(life.origin).anchor}-since-{life.origin.version}"

    def _at(self, place: Place) -> Placed:
        return self._placed[place.version][place.at]
