"""Made-up policies over many versions, in which everything happens that happens to policies."""

from __future__ import annotations

import random
from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORDS = """
we may share keep use collect delete transfer protect your account data name address phone
order messages location with partners suppliers banks for years months purposes security
support payment advertising when the law asks until you withdraw consent
""".split()  # noqa: SIM905 - a list of words is read more easily without quotes
_RECURRING = "You can opt out at any time in your account."
_TITLES = ("Collecting", "Sharing", "Keeping", "Your rights", "Cookies", "Contact", "Children")


@dataclass
class Section:
    """A heading, the numbered paragraphs under it, and perhaps a list and a table."""

    title: str
    clauses: list[str]
    items: list[str] = field(default_factory=list)
    rows: list[str] = field(default_factory=list)


def history(seed: int, versions: int, sections: int = 5) -> list[str]:
    """The texts of one policy, each a revision of the one before.

    Args:
        seed: The same one gives the same history.
        versions: How many texts.
        sections: How many headings, each over some six clauses, to begin with.
    """
    chance = random.Random(seed)
    policy = [_section(chance, at) for at in range(sections)]
    texts = []
    for _ in range(versions):
        texts.append("".join(_markdown(policy)))
        policy = deepcopy(policy)
        for _ in range(chance.randint(1, 4)):
            _revise(policy, chance)
    return texts


def _sentence(chance: random.Random) -> str:
    words = chance.choices(_WORDS, k=chance.randint(7, 16))
    return " ".join(words).capitalize() + "."


def _section(chance: random.Random, at: int) -> Section:
    made = Section(_TITLES[at % len(_TITLES)], [])
    for _ in range(chance.randint(4, 7)):
        made.clauses.append(f"{_sentence(chance)} {_sentence(chance)}")
    made.clauses.append(_RECURRING)
    if at % 2:
        made.items = [_sentence(chance) for _ in range(3)]
    if at % 3 == 0:
        made.rows = [f"{chance.choice(_WORDS)} {at}{row} | {_sentence(chance)}" for row in range(3)]
    return made


def _revise(policy: list[Section], chance: random.Random) -> None:
    """One of the things that a revision does, to the words or to the order."""
    section = chance.choice(policy)
    at = chance.randrange(len(section.clauses))
    if chance.random() < 0.5:
        _reword(section, at, chance)
    else:
        _reorder(policy, section, at, chance)


def _reword(section: Section, at: int, chance: random.Random) -> None:
    clauses = section.clauses
    match chance.randrange(6):
        case 0:
            section.title = f"{section.title} and {chance.choice(_WORDS)}"[:40]
        case 1:
            section.items.insert(chance.randint(0, len(section.items)), _sentence(chance))
        case 2 if section.rows:
            section.rows.append(f"{chance.choice(_WORDS)} | {_sentence(chance)}")
        case 3:
            word = clauses[at].split()[0]
            marked = chance.choice([f"**{word}**", f"[{word}](https://{word}.example/{at})"])
            clauses[at] = clauses[at].replace(word, marked, 1)
        case _:
            clauses[at] = _reworded(clauses[at], chance)


def _reorder(policy: list[Section], section: Section, at: int, chance: random.Random) -> None:
    clauses = section.clauses
    match chance.randrange(7):
        case 0:
            clauses.insert(at, chance.choice([_sentence(chance), _RECURRING]))
        case 1 if len(clauses) > 3:
            del clauses[at]
        case 2:
            clauses.insert(chance.randrange(len(clauses)), clauses.pop(at))
        case 3 if len(clauses) > 3:
            chance.choice(policy).clauses.append(clauses.pop(at))
        case 4:
            policy.insert(chance.randrange(len(policy)), policy.pop(policy.index(section)))
        case 5:
            clauses[at : at + 2] = [" ".join(clauses[at : at + 2])]
        case _:
            head, stop, rest = clauses[at].partition(". ")
            clauses[at : at + 1] = [head + stop.strip(), rest] if rest else [head]


def _reworded(clause: str, chance: random.Random) -> str:
    words = clause.split()
    at = chance.randrange(len(words))
    words[at : at + chance.randint(0, 2)] = chance.choices(_WORDS, k=chance.randint(1, 3))
    return " ".join(words)


def _markdown(policy: list[Section]) -> Iterator[str]:
    yield "# Policy\n"
    for at, section in enumerate(policy, start=1):
        yield f"\n## {at}. {section.title}\n"
        for nth, clause in enumerate(section.clauses, start=1):
            yield f"\n{at}.{nth}. {clause}\n"
        if section.items:
            yield "\n" + "".join(
                [f"- {item}\n    - {item[:20]} within\n" for item in section.items]
            )
        if section.rows:
            yield "\n| What | Why |\n|---|---|\n"
            yield "".join([f"| {row} |\n" for row in section.rows])
