"""What does a policy.yml say?"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from gazette.entries import Entries, composed
from gazette.errors import Fault
from gazette.file_text import read_text
from gazette.model import Level, Policy
from gazette.significance.taxonomy import (
    TaxonomyError,
    default_taxonomy,
    named_taxonomy,
    taxonomy_from,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from gazette.model import Taxonomy

_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_NOTICE_DAYS = 30


def read_policy(folder: Path, faults: list[Fault]) -> Policy | None:
    """The policy of a directory, without its versions; None where its file cannot be read.

    Args:
        folder: The policy's directory, named after its key.
        faults: The list that faults are added to.
    """
    path = folder / "policy.yml"
    if not _KEY.fullmatch(folder.name):
        wrong = f"{folder.name!r} cannot be a policy's key, which stands in its addresses"
        faults.append(Fault(folder, 1, wrong, "use small letters, digits and hyphens"))
    if not path.is_file():
        mend = "add it, with a line 'title: …'"
        faults.append(Fault(path, 1, "the policy has no policy.yml", mend))
        return None
    text = read_text(path, faults)
    entries = composed(path, text, faults) if text is not None else None
    if entries is None:
        return None
    languages = _languages(entries)
    policy = Policy(
        key=folder.name,
        title=_title(entries, languages),
        languages=languages,
        taxonomy=_with_levels(entries, _taxonomy(entries)),
        notice_days=entries.count("notice_days", default=_NOTICE_DAYS),
        contact=entries.text("contact"),
        versions=(),
    )
    entries.refuse_others()
    return policy


def _languages(entries: Entries) -> tuple[str, ...]:
    languages = entries.texts("languages") or ("en",)
    for language in languages:
        if not _LANGUAGE.fullmatch(language):
            mend = "write language tags, as [en, zh]"
            entries.fault_at("languages", f"{language!r} is no language tag", mend)
    if len({language.casefold() for language in languages}) < len(languages):
        entries.fault_at("languages", "a language stands twice", "keep one of the two")
    return languages


def _title(entries: Entries, languages: tuple[str, ...]) -> Mapping[str, str]:
    if not entries.is_mapping("title"):
        return dict.fromkeys(languages, entries.text("title", required=True))
    below = entries.below("title")
    assert below is not None  # noqa: S101 - is_mapping says so
    titles = {language: below.text(language, required=True) for language in languages}
    below.refuse_others()
    return titles


def _taxonomy(entries: Entries) -> Taxonomy:
    try:
        if entries.is_mapping("taxonomy"):
            below = entries.below("taxonomy")
            data = below.whole() if below else None
            return taxonomy_from(data if isinstance(data, dict) else {})
        name = entries.text("taxonomy")
        return named_taxonomy(name) if name else default_taxonomy()
    except TaxonomyError as error:
        line = entries.line_under(("taxonomy", *error.where))
        where = ".".join(error.where)
        wrong = f"{where}: {error.wrong}" if where else error.wrong
        entries.fault_on(line, wrong, error.mend)
        return default_taxonomy()


def _with_levels(entries: Entries, taxonomy: Taxonomy) -> Taxonomy:
    """The taxonomy with the notice levels that the policy sets under ``notice``."""
    below = entries.below("notice")
    if below is None:
        return taxonomy
    categories = tuple(
        replace(category, level=below.choice(category.key, Level, default=category.level))
        for category in taxonomy.categories
    )
    below.refuse_others()
    return replace(taxonomy, categories=categories)
