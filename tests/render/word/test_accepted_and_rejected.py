"""LibreOffice accepts all changes of a Word redline, or rejects them: which text is left?"""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from gazette.comparison import compare
from gazette.document import parse
from gazette.frontmatter import parted
from gazette.model import Clause, ClauseKind
from gazette.render.blocks import Placed, cells
from gazette.render.styled import styled
from gazette.render.word.docx import redline_docx
from gazette.render.word.values import address

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

pytestmark = pytest.mark.slow

VERSIONS = Path(__file__).parents[3] / "policy_versions" / "privacy"
SAMPLES = [("2.0", "2.1"), ("2.1", "3.0")]
MUTANTS = 16
STYLES = {
    ClauseKind.QUOTE: "Quote",
    ClauseKind.TERM: "Term",
    ClauseKind.DESCRIPTION: "Description",
    ClauseKind.CODE: "Code",
    ClauseKind.FOOTNOTE: "Footnote",
}


def _pairs() -> Iterator[tuple[str, tuple[str, str]]]:
    texts = []
    for path in sorted(Path(__file__).parent.glob("cases/*.yml")):
        case = yaml.safe_load(path.read_text("utf-8"))
        texts.append(case["old"])
        yield path.stem, (case["old"], case["new"])
    for old, new in SAMPLES:
        yield f"{old} to {new}", (_version(old), _version(new))
    for seed in range(MUTANTS):
        yield f"mutant {seed}", _mutated(texts, seed)


def _version(number: str) -> str:
    return parted((VERSIONS / f"{number}.md").read_text(encoding="utf-8")).text


def _mutated(texts: list[str], seed: int) -> tuple[str, str]:
    """A policy of clauses of other texts, and one in which some moved, went, came or changed."""
    dice = random.Random(seed)
    old = [_followed(block) for text in dice.sample(texts, 6) for block in text.split("\n\n")]
    new = old.copy()
    for _ in range(dice.randint(1, 6)):
        at = dice.randrange(len(new))
        match dice.randrange(5):
            case 0:
                new.insert(dice.randrange(len(new)), new.pop(at))
            case 1 if len(new) > 1:
                del new[at]
            case 2:
                new.insert(at, _followed(dice.choice(texts).split("\n\n")[0]))
            case 3 if at + 1 < len(new):
                new[at : at + 2] = [" ".join(new[at : at + 2])]
            case _:
                words = new[at].split(" ")
                words.insert(dice.randrange(len(words)), dice.choice(["new", "数据", "and 12"]))
                new[at] = " ".join(words)
    # No word processor tells two tables with nothing between them apart, nor begins with one.
    old_text, new_text = ("\n\n".join(["# Policy", *blocks]) + "\n" for blocks in (old, new))
    return old_text, new_text


def _followed(block: str) -> str:
    return f"{block}\n\nSo much for that." if block.startswith("|") else block


PAIRS = dict(_pairs())


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Mapping[str, Any]]:
    """What is left of each pair's redline; one session of LibreOffice for all."""
    folder = tmp_path_factory.mktemp("word")
    paths = []
    for at, texts in enumerate(PAIRS.values()):
        path = folder / f"{at}.docx"
        path.write_bytes(redline_docx(compare(*map(parse, texts)), "old", "new"))
        paths.append(str(path))
    office = subprocess.run(
        [_python(), str(Path(__file__).with_name("office.py")), str(folder / "profile")],
        input="\n".join(paths),
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert office.returncode == 0, office.stderr
    return dict(zip(PAIRS, json.loads(office.stdout), strict=True))


def _python() -> str:
    """The Python that LibreOffice can be driven from: the system's, or its own."""
    soffice = shutil.which("soffice")
    assert soffice, "LibreOffice is missing: run `make programs`, or install libreoffice-writer"
    for python in ("/usr/bin/python3", str(Path(soffice).resolve().with_name("python"))):
        if shutil.which(python):
            found = subprocess.run([python, "-c", "import uno"], capture_output=True, check=False)
            if found.returncode == 0:
                return python
    pytest.fail("no Python can drive LibreOffice: run `make programs`, or install python3-uno")


@pytest.mark.parametrize("name", PAIRS)
def test_with_all_changes_accepted_it_is_the_new_text(left: Mapping[str, Any], name: str) -> None:
    assert _read(left[name]["accept"]) == list(_written(PAIRS[name][1]))


@pytest.mark.parametrize("name", PAIRS)
def test_with_all_changes_rejected_it_is_the_old_text(left: Mapping[str, Any], name: str) -> None:
    assert _read(left[name]["reject"]) == list(_written(PAIRS[name][0]))


# What is read back, and what was written ---------------------------------------------------


def _read(blocks: list[list[Any]]) -> list[list[Any]]:
    """The paragraphs and rows; a word processor ends on a paragraph, so the last may be empty."""
    return blocks[:-1] if blocks and not blocks[-1][1] else blocks


def _written(text: str) -> Iterator[list[Any]]:
    for clause in parse(text).clauses:
        if clause.kind is ClauseKind.ROW:
            yield ["row", [_portions(clause._replace(body=cell)) for cell in cells(clause.body)]]
        else:
            style = STYLES.get(clause.kind, "Standard")
            if clause.kind is ClauseKind.HEADING:
                style = f"Heading {clause.level}"
            label = Placed(clause, "").label
            yield [style, _portions(clause, f"{label} " if label else "")]


def _portions(clause: Clause, label: str = "") -> list[list[Any]]:
    found: list[list[Any]] = [[label, [], ""]] if label else []
    for run in styled(clause):
        names = [name for name, _ in run.tags]
        emphases = [name for name in ("strong", "em", "code") if name in names]
        portion = [run.text, emphases, address(run.tags)]
        if found and found[-1][1:] == portion[1:]:
            found[-1][0] += run.text
        elif run.text:
            found.append(portion)
    return found
