"""Which pages does a policy have, and what stands on them?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from babel.dates import format_date
from markupsafe import Markup

from gazette.model import State
from gazette.render import addresses
from gazette.render.clause_html import Heading, document_html, headings, title_of
from gazette.render.clause_lives import ClauseLives
from gazette.render.environment import template
from gazette.render.notes import notes_of
from gazette.render.redline_html import change_list, redline
from gazette.significance.answers import UNSURE, decision_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from gazette.model import Category, ConsentTrigger
    from gazette.publication import Edition, Publication, Step


@dataclass(frozen=True, slots=True)
class Page:
    """One page, whatever host puts its frame around it."""

    address: str
    title: str
    """For the browser's tab."""
    description: str
    """For search engines, in plain text."""
    html: Markup
    headings: tuple[Heading, ...]
    """Of the table of contents; the first is the page's own, of level 1."""
    feed: str
    """The address of the feed that follows the page."""
    changed: date
    """The day since which it has read as it does, as far as the versions tell."""
    is_indexed: bool
    """Whether search engines may list it."""
    is_searched: bool = False
    """Whether the site's own search finds it."""
    is_wide: bool = False
    """Whether it needs the room of the navigation beside it."""


def policy_pages(publication: Publication, *, index_superseded: bool) -> Iterator[Page]:
    """Every page of one policy.

    Args:
        publication: The policy, as it is seen today.
        index_superseded: Whether search engines may list superseded versions and what changed
            in them too, and a second page for the version in force.
    """
    lives = ClauseLives(publication)
    yield _policy(publication, lives)
    yield _revisions(publication)
    yield _compare(publication)
    yield _clauses(publication, lives, is_indexed=index_superseded)
    for after, edition, before in _with_neighbours(publication.editions):
        is_indexed = index_superseded or edition.state is State.UPCOMING
        yield _version(publication, edition, before, after, is_indexed=is_indexed)
        if edition.step:
            is_indexed = index_superseded or edition.state is not State.SUPERSEDED
            yield _redline(publication, edition, edition.step, before, after, is_indexed=is_indexed)


def home_html(publications: Sequence[Publication]) -> Markup:
    """The policies, for the home page: what is in force of each, and what is upcoming."""
    return _html("policies", addresses.HOME, publications=publications)


def _policy(publication: Publication, lives: ClauseLives) -> Page:
    """The policy in force; before the first version takes effect, that one."""
    edition = _shown_first(publication)
    top = _title(publication, edition)
    address = addresses.policy_page(publication.policy.key)
    told = addresses.relative(addresses.clauses_page(publication.policy.key), address)
    histories = {at: f"{told}#{life}" for at, life in lives.addresses(edition).items()}
    return Page(
        address=address,
        title=publication.title,
        description=f"{publication.title}, version {edition.number}.",
        html=_html(
            "policy",
            address,
            publication=publication,
            edition=edition,
            top=top,
            histories=histories,
        ),
        headings=(top, *headings(edition.document, title=False)),
        feed=addresses.revisions_feed(publication.policy.key),
        changed=edition.version.effective,
        is_indexed=True,
        is_searched=True,
    )


def _version(
    publication: Publication,
    edition: Edition,
    before: Edition | None,
    after: Edition | None,
    *,
    is_indexed: bool,
) -> Page:
    """One version, for good: it says what it is, and names none but its neighbours."""
    top = _title(publication, edition)
    address = addresses.version_page(publication.policy.key, edition.number)
    return Page(
        address=address,
        title=f"{publication.title} {edition.number}",
        description=f"{publication.title}, version {edition.number}: {edition.version.summary}",
        html=_html(
            "version",
            address,
            publication=publication,
            edition=edition,
            before=before,
            after=after,
            top=top,
        ),
        headings=(top, *headings(edition.document, title=False)),
        feed=addresses.revisions_feed(publication.policy.key),
        changed=edition.version.published,
        is_indexed=is_indexed,
    )


def _revisions(publication: Publication) -> Page:
    top = Heading(1, "gz-revisions", f"Revisions of the {publication.title}")
    address = addresses.revisions_page(publication.policy.key)
    return Page(
        address=address,
        title=top.text,
        description=f"Every version of the {publication.title}, and what changed in each.",
        html=_html("revisions", address, publication=publication, top=top),
        headings=(
            top,
            *(
                Heading(2, f"version-{e.number}", f"Version {e.number}")
                for e in publication.editions
            ),
        ),
        feed=addresses.revisions_feed(publication.policy.key),
        changed=publication.editions[0].version.published,
        is_indexed=True,
        is_searched=True,
    )


def _redline(
    publication: Publication,
    edition: Edition,
    step: Step,
    before: Edition | None,
    after: Edition | None,
    *,
    is_indexed: bool,
) -> Page:
    top = Heading(1, "gz-redline", f"What changed in version {edition.number}")
    address = addresses.redline_page(publication.policy.key, edition.number)
    comparison = step.revision.comparison
    notes = notes_of(step.revision, publication.policy.taxonomy, publication.lang)
    return Page(
        address=address,
        title=f"{publication.title}: what changed in {edition.number}",
        description=f"{publication.title}, from version {step.old.number} to {edition.number}: "
        f"{edition.version.summary}",
        html=_html(
            "redline",
            address,
            publication=publication,
            edition=edition,
            step=step,
            before=before,
            after=after,
            top=top,
            decision=decision_for(edition.version),
            named=_names(publication),
            changes=change_list(comparison, notes=notes),
            redline=redline(comparison, notes=notes),
        ),
        headings=(top,),
        feed=addresses.revisions_feed(publication.policy.key),
        changed=edition.version.published,
        is_indexed=is_indexed,
        is_wide=True,
    )


def _compare(publication: Publication) -> Page:
    """Any two versions, which a script puts together; and every revision without it."""
    top = Heading(1, "gz-compare", f"Compare versions of the {publication.title}")
    address = addresses.compare_page(publication.policy.key)
    current = _shown_first(publication)
    at = publication.editions.index(current)
    before = publication.editions[min(at + 1, len(publication.editions) - 1)]
    return Page(
        address=address,
        title=top.text,
        description=f"What changed between any two versions of the {publication.title}.",
        html=_html(
            "compare", address, publication=publication, current=current, before=before, top=top
        ),
        headings=(top,),
        feed=addresses.revisions_feed(publication.policy.key),
        changed=publication.editions[0].version.published,
        is_indexed=True,
        is_wide=True,
    )


def _clauses(publication: Publication, lives: ClauseLives, *, is_indexed: bool) -> Page:
    """What became of each clause."""
    top = Heading(1, "gz-clauses", f"The {publication.title}, clause by clause")
    address = addresses.clauses_page(publication.policy.key)
    told = lives.told()
    living = [one for one in told if not one.is_gone]
    groups = {
        Heading(2, "gz-changed", "Clauses that changed"): [c for c in living if c.has_changed],
        Heading(2, "gz-gone", "Clauses that are gone"): [c for c in told if c.is_gone],
        Heading(2, "gz-unchanged", "Clauses that are as they came"): [
            c for c in living if not c.has_changed
        ],
    }
    found = [(heading, every) for heading, every in groups.items() if every]
    contents = (top, *(heading for heading, _ in found))
    return Page(
        address=address,
        title=top.text,
        description=f"When each clause of the {publication.title} came, what it said, where it "
        "moved, and when it went.",
        html=_html("clauses", address, publication=publication, groups=found, headings=contents),
        headings=contents,
        feed=addresses.revisions_feed(publication.policy.key),
        changed=publication.editions[0].version.published,
        is_indexed=is_indexed,
    )


def _shown_first(publication: Publication) -> Edition:
    """The version in force; before the first takes effect, that one."""
    return publication.current or publication.upcoming[0]


def _names(publication: Publication) -> dict[str, str]:
    """What categories and consent triggers are called, by their keys."""
    taxonomy = publication.policy.taxonomy
    every: tuple[Category | ConsentTrigger, ...] = (
        *taxonomy.categories,
        taxonomy.limits_rights,
        *taxonomy.triggers,
    )
    return {UNSURE: "meaning unclear"} | {one.key: one.name(publication.lang) for one in every}


def _title(publication: Publication, edition: Edition) -> Heading:
    """The heading of a text's page: the text's own title, or the policy's."""
    return title_of(edition.document) or Heading(1, "gz-title", publication.title)


def _with_neighbours(
    editions: Sequence[Edition],
) -> Iterator[tuple[Edition | None, Edition, Edition | None]]:
    """Each edition, given newest first, between the one after and the one before it."""
    padded = (None, *editions, None)
    for after, edition, before in zip(padded, padded[1:], padded[2:], strict=False):
        if edition is not None:
            yield after, edition, before


def _html(name: str, address: str, **values: object) -> Markup:
    page = template(f"site/{name}.html.j2")
    link = partial(relative_link, page=address)
    return Markup(page.render(link=link, **_SHARED, **values))  # noqa: S704 - autoescaped


def relative_link(target: str, fragment: str = "", *, page: str) -> str:
    """The link from a page to an address, or to an element of it."""
    return addresses.relative(target, page) + (f"#{fragment}" if fragment else "")


def _day(day: date) -> str:
    return format_date(day, "long", locale="en")


_SHARED = {"addresses": addresses, "day": _day, "State": State, "document_html": document_html}
