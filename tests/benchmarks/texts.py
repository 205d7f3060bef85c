"""Texts to measure: revisions of any length, and texts made to be slow to compare."""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1] / "quality"))
from pairs import Pair, read_pairs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["CASES", "Pair", "generated", "read_pairs", "revision"]

CHANCE = random.Random(5)
VOCABULARY = [f"word{number}" for number in range(2000)]
HAN = "的一是不了人我在有他这为之大来以个中上们"


def prose(count: int, vocabulary: Sequence[str] = VOCABULARY) -> str:
    """So many words at random."""
    return " ".join(CHANCE.choices(vocabulary, k=count))


def edited(text: str, share: float) -> str:
    """A share of the words dropped, replaced or followed by another."""
    words: list[str] = []
    for word in text.split(" "):
        fate = CHANCE.random() / share
        if fate >= 1:
            words.append(word)
        elif fate >= 2 / 3:
            words.append(CHANCE.choice(VOCABULARY))
        elif fate >= 1 / 3:
            words += [word, CHANCE.choice(VOCABULARY)]
    return " ".join(words)


def revision(clauses: int) -> Pair:
    """A policy of numbered clauses, of which one in twenty is edited, added or removed."""
    old: list[str] = []
    new: list[str] = []
    for number in range(clauses):
        if number % 10 == 0:
            heading = f"## {number // 10 + 1}. {prose(4)}"
            old.append(heading)
            new.append(heading)
        clause = f"{number // 10 + 1}.{number % 10 + 1}. {prose(25)}"
        old.append(clause)
        fate = number % 40
        if fate == 7:
            new += [clause, prose(25)]
        elif fate != 17:
            new.append(edited(clause, 0.1) if fate == 27 else clause)
    return Pair(f"{clauses} clauses", "\n\n".join(old), "\n\n".join(new))


def generated() -> list[Pair]:
    """Revisions of the sizes that policies have."""
    return [revision(clauses) for clauses in range(20, 420, 20)]


def paragraphs(count: int, words: int, vocabulary: Sequence[str] = VOCABULARY) -> list[str]:
    """Paragraphs at random."""
    return [prose(words, vocabulary) for _ in range(count)]


def joined(blocks: Sequence[str]) -> str:
    """Paragraphs as Markdown."""
    return "\n\n".join(blocks)


def renumbered() -> tuple[str, str]:
    """Five thousand clauses, each with another number."""
    texts = paragraphs(5000, 20)
    return (
        joined([f"{at // 50 + 1}.{at % 50 + 1}. {text}" for at, text in enumerate(texts)]),
        joined([f"{at // 50 + 2}.{at % 50 + 1}. {text}" for at, text in enumerate(texts)]),
    )


def shuffled(share: float = 0.0) -> tuple[str, str]:
    """Paragraphs in another order, and edited."""
    blocks = paragraphs(550, 60)
    others = [edited(block, share) if share else block for block in blocks]
    return joined(blocks), joined(CHANCE.sample(others, len(others)))


def one_paragraph(words: int, share: float) -> tuple[str, str]:
    """One paragraph, edited."""
    text = prose(words)
    return text, edited(text, share)


def changed_everywhere() -> tuple[str, str]:
    """Every paragraph edited."""
    blocks = paragraphs(550, 60)
    return joined(blocks), joined([edited(block, 0.1) for block in blocks])


def split() -> tuple[str, str]:
    """Every paragraph cut in two."""
    blocks = paragraphs(550, 60)
    return joined(blocks), joined([block.replace(" ", "\n\n", 1) for block in blocks])


def clauses_of(vocabulary: Sequence[str]) -> tuple[str, str]:
    """Numbered clauses, long and of few words: each pair of them is dear to compare."""
    texts = [paragraphs(65, 600, vocabulary) for _ in range(2)]
    old, new = (joined([f"1.{at}. {text}" for at, text in enumerate(side)]) for side in texts)
    return old, new


def items() -> tuple[str, str]:
    """Tiny list items, one in ten another."""
    old = [f"* {prose(3)}" for _ in range(8000)]
    new = [f"* {prose(3)}" if CHANCE.random() < 0.1 else item for item in old]
    return "\n".join(old), "\n".join(new)


def merged() -> tuple[str, str]:
    """All paragraphs run into one."""
    blocks = paragraphs(550, 60)
    return joined(blocks), " ".join(blocks)


CASES: dict[str, Callable[[], tuple[str, str]]] = {
    "20,000 equal words, and one more": lambda: ("word " * 20_000, "word " * 20_001),
    "the same in 250 paragraphs": lambda: (
        joined(["word " * 80] * 250),
        joined(["word " * 80] * 251),
    ),
    "5,000 equal words, 500 inserted": lambda: (
        "word " * 5000,
        ("word " * 10 + "other ") * 500,
    ),
    "20,000 of two words at random": lambda: (prose(20_000, "ab"), prose(20_000, "ab")),
    "the same in 250 paragraphs of two": lambda: (
        joined(paragraphs(250, 80, "ab")),
        joined(paragraphs(250, 80, "ab")),
    ),
    "65 clauses of two words": lambda: clauses_of("ab"),
    "65 clauses of five words": lambda: clauses_of(["the", "of", "data", "we", "you"]),
    "nothing in common but words": lambda: (prose(20_000), prose(20_000)),
    "the same in 250 paragraphs at random": lambda: (
        joined(paragraphs(250, 80)),
        joined(paragraphs(250, 80)),
    ),
    "nothing in common at all": lambda: (prose(20_000), prose(20_000, ["x", "y", "z"])),
    "200,000 characters, 1 % edited": lambda: one_paragraph(25_000, 0.01),
    "200,000 characters, 30 % edited": lambda: one_paragraph(25_000, 0.3),
    "5,000 clauses renumbered": renumbered,
    "550 paragraphs shuffled": shuffled,
    "the same, one word in ten changed": lambda: shuffled(0.1),
    "one word in ten changed everywhere": changed_everywhere,
    "8,000 tiny items, one in ten changed": items,
    "8,000 items of 50 texts, shuffled": lambda: (
        "\n".join(f"* item {at % 50}" for at in range(8000)),
        "\n".join(f"* item {CHANCE.randrange(50)}" for _ in range(8000)),
    ),
    "550 paragraphs split": split,
    "550 paragraphs merged into one": merged,
    "60,000 Chinese characters at random": lambda: (
        "".join(CHANCE.choices(HAN, k=60_000)),
        "".join(CHANCE.choices(HAN, k=60_000)),
    ),
    "8,000 rows changed": lambda: (
        "|a|b|\n|-|-|\n" + "|c|d|\n" * 8000,
        "|a|b|\n|-|-|\n" + "|c|e|\n" * 8000,
    ),
    "100,000 open brackets": lambda: ("[" * 100_000, "[" * 100_001),
    "180,000 characters of emphasis": lambda: ("*a _b " * 30_000, "*a _b " * 30_001),
    "180,000 characters of open code": lambda: ("` `` ``` " * 20_000, "` `` ``` " * 20_001),
    "5,000 fences never closed": lambda: (
        "\n".join("`" * (3 + at % 300) for at in range(5000)),
        "text",
    ),
    "100,000 signs of quotation": lambda: (">" * 100_000 + "a", ">" * 100_000 + "b"),
    "30,000 links never closed": lambda: ("[a](b " * 30_000, "[a](b " * 30_001),
    "a word of 200,000 letters": lambda: ("x" * 200_000, "x" * 200_001),
}
