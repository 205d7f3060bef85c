"""What of a policy does the public see on a given day?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazette.document import parse
from gazette.model import Provenance, State
from gazette.notices import notice, translated
from gazette.revisions import published_revisions
from gazette.timeline import published_versions, states

if TYPE_CHECKING:
    from datetime import date

    from gazette.model import Document, Notice, Policy, Version
    from gazette.notices import Revision


@dataclass(frozen=True, slots=True)
class Step:
    """What led to a version from the one before it."""

    old: Version
    revision: Revision
    notice: Notice
    translations: tuple[Notice, ...] = ()
    """The notice for the readers of each translation of the version."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One published version, with all that its pages say of it."""

    version: Version
    document: Document
    state: State
    provenance: Provenance
    step: Step | None
    """None for the policy's first version, which revises nothing."""

    @property
    def number(self) -> str:
        """The version's number."""
        return self.version.number


@dataclass(frozen=True, slots=True)
class Publication:
    """A policy in one language, as it is seen on one day."""

    policy: Policy
    lang: str
    editions: tuple[Edition, ...]
    """Every published version, newest first."""

    @property
    def title(self) -> str:
        """The policy's title in this language."""
        return self.policy.title[self.lang]

    @property
    def current(self) -> Edition | None:
        """The version in force; None before the first takes effect."""
        return next((e for e in self.editions if e.state is State.IN_FORCE), None)

    @property
    def upcoming(self) -> tuple[Edition, ...]:
        """The versions that have yet to take effect, the next one first."""
        return tuple(e for e in reversed(self.editions) if e.state is State.UPCOMING)

    @property
    def notices(self) -> tuple[Notice, ...]:
        """The notice of each revision, newest first, each followed by its translations."""
        steps = [edition.step for edition in self.editions if edition.step]
        return tuple(n for step in steps for n in (step.notice, *step.translations))


def publications(policies: tuple[Policy, ...], day: date) -> tuple[Publication, ...]:
    """Every policy of which anything is published, in its first language.

    Each revision is compared and assessed once, here.
    """
    every = (publication(policy, policy.languages[0], day) for policy in policies)
    return tuple(one for one in every if one.editions)


def publication(policy: Policy, lang: str, day: date) -> Publication:
    """A policy in one language, as it is seen on a day."""
    versions = published_versions(policy, lang)
    steps = _steps(policy, lang)
    editions = []
    for version, state in zip(versions, states(versions, day), strict=True):
        step = steps.get(version.number)
        editions.append(
            Edition(
                version=version,
                document=step.revision.comparison.new if step else parse(version.text),
                state=state,
                provenance=policy.provenance.get(version.path, Provenance(first=None)),
                step=step,
            )
        )
    return Publication(policy, lang, tuple(reversed(editions)))


def _steps(policy: Policy, lang: str) -> dict[str, Step]:
    """The revisions by the number of the version that each led to."""
    steps: dict[str, Step] = {}
    for old, revision in published_revisions(policy, lang):
        earlier = [step.notice for step in steps.values()]
        told = notice(policy, revision, earlier)
        others = tuple(
            translated(told, policy, version)
            for version in policy.versions
            if version.number == told.version and version.lang != lang and version.is_published
        )
        steps[told.version] = Step(old, revision, told, others)
    return steps
