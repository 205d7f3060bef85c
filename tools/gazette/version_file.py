"""What does a version's file say?"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from gazette.document import parse
from gazette.entries import Entries, composed
from gazette.errors import Fault
from gazette.file_text import read_text
from gazette.frontmatter import parted
from gazette.model import (
    Decision,
    Dismissal,
    Level,
    RiskAssessment,
    Settlement,
    Status,
    Version,
)

if TYPE_CHECKING:
    from pathlib import Path

    from gazette.model import Policy

FILE_NAME = re.compile(
    r"(?P<number>\d+(?:\.\d+)*)(?:\.(?P<lang>[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*))?\.md",
    re.ASCII,
)
_NUMBER = re.compile(r"\d+(?:\.\d+)*", re.ASCII)
_DIGEST = re.compile(r"[0-9a-f]{12,64}")


def read_version(path: Path, policy: Policy | None, faults: list[Fault]) -> Version | None:
    """The version of a file; None where it is too wrong to be one.

    Args:
        path: The file, named as ``FILE_NAME`` has it, in the directory of its policy.
        policy: Its policy; None where that cannot be read.
        faults: The list that faults are added to.
    """
    content = read_text(path, faults)
    if content is None:
        return None
    parts = parted(content)
    if parts.front is None:
        wrong = "the front matter is not closed" if not parts.closed else "there is no front matter"
        mend = (
            "end it with a line '---'" if not parts.closed else "start with '---', then 'version:'"
        )
        faults.append(Fault(path, 1, wrong, mend))
        return None
    if not parse(parts.text).clauses:
        wrong = "there is no text below the front matter"
        faults.append(Fault(path, parts.text_line, wrong, "write the policy's text"))
    entries = composed(path, parts.front, faults, before=1)
    if entries is None:
        return None
    status = entries.choice("status", Status) or Status.DRAFT
    version = Version(
        policy=path.parent.name,
        number=_number(path, entries),
        lang=_language(path, policy, faults),
        status=status,
        published=_day(entries, "published", status),
        effective=_day(entries, "effective", status),
        summary=entries.text("summary", required=status is Status.PUBLISHED),
        text=parts.text,
        path="/".join(path.parts[-3:]),
        text_line=parts.text_line,
        decision=_decision(entries, policy),
    )
    if version.effective < version.published < date.max:
        wrong = f"effective {version.effective} lies before published {version.published}"
        entries.fault_at("effective", wrong, "a version takes effect on or after that day")
    entries.refuse_others()
    return version


def _number(path: Path, entries: Entries) -> str:
    """The version's number: the file's name has it too, and the two must agree."""
    match = FILE_NAME.fullmatch(path.name)
    named = match["number"] if match else ""
    number = entries.text("version", required=True)
    if number and not _NUMBER.fullmatch(number):
        entries.fault_at("version", f"{number!r} is no version", 'write numbers, as "2.1"')
    elif number and number != named:
        wrong = f"version {number} stands in a file named after {named}"
        entries.fault_at("version", wrong, f"write {named!r}, or rename the file to {number}.md")
    return named


def _language(path: Path, policy: Policy | None, faults: list[Fault]) -> str:
    match = FILE_NAME.fullmatch(path.name)
    lang = match["lang"] if match else None
    if policy is None:
        return lang or ""
    if lang is None:
        return policy.languages[0]
    if lang == policy.languages[0]:
        wrong = f"the policy's first language, {lang}, stands in the name"
        mend = f"rename the file to {path.name.replace(f'.{lang}.', '.')}"
        faults.append(Fault(path, 1, wrong, mend))
    elif lang not in policy.languages:
        wrong = f"the policy has no language {lang!r}"
        faults.append(
            Fault(path, 1, wrong, "add it to languages in policy.yml, or rename the file")
        )
    return lang


def _day(entries: Entries, key: str, status: Status) -> date:
    """A date; a draft that has none yet stands after everything."""
    return entries.day(key, required=status is Status.PUBLISHED) or date.max


def _decision(entries: Entries, policy: Policy | None) -> Decision | None:
    below = entries.below("decision")
    if below is None:
        return None
    known = [category.key for category in policy.taxonomy.categories] if policy else None
    categories = below.texts("categories")
    for key in categories:
        if known is not None and key not in known:
            mend = f"write some of {', '.join(known)}"
            below.fault_at("categories", f"there is no category {key!r}", mend)
    digest = below.text("digest")
    if digest and not _DIGEST.fullmatch(digest):
        mend = "paste the one that `gazette assess` prints"
        below.fault_at("digest", "digest is no SHA-256 in hex", mend)
    decision = Decision(
        categories=categories,
        limits_rights=below.flag("limits_rights"),
        risk_assessment=below.choice(
            "risk_assessment", RiskAssessment, default=RiskAssessment.NONE
        ),
        notice=below.choice("notice", Level, default=Level.REVISION) if "notice" in below else None,
        notice_reason=below.text("notice_reason"),
        dismissed=tuple(_dismissal(entry) for entry in below.each("dismissed")),
        settled=tuple(_settlement(entry) for entry in below.each("settled")),
        digest=digest,
        reviewed_by=below.text("reviewed_by"),
        line=entries.line_of("decision"),
    )
    below.refuse_others()
    return decision


def _dismissal(entry: Entries) -> Dismissal:
    dismissal = Dismissal(
        clause=entry.text("clause", required=True),
        category=entry.text("category", required=True),
        reason=entry.text("reason", required=True),
    )
    entry.refuse_others()
    return dismissal


def _settlement(entry: Entries) -> Settlement:
    settlement = Settlement(
        trigger=entry.text("trigger", required=True),
        reason=entry.text("reason", required=True),
    )
    entry.refuse_others()
    return settlement
