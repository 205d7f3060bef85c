"""The same input gives the same answer, whatever the process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

PROGRAM = "from gazette.cli import main; main()"
TRAINING = Path(__file__).parent / "training/changes"


@pytest.mark.slow
def test_the_order_of_hashing_changes_no_answer(tmp_path: Path) -> None:
    units = tmp_path / "units.jsonl"
    units.write_text("\n".join(lines()), encoding="utf-8")
    answers = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM, "assess", "--units", str(units)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(answers) == 1
    assert answers.pop().count(b"\n") == len(lines())


def lines() -> list[str]:
    """The project's own cases as units, ten to a revision."""
    groups = [
        group
        for path in sorted(TRAINING.glob("*.yml"))
        for group in yaml.safe_load(path.read_text(encoding="utf-8")).values()
    ]
    pairs = [
        pair
        for group in groups
        for pair in (*(("", text) for text in group.get("whole", [])), *group.get("changed", []))
    ]
    return [
        json.dumps({"id": str(at), "before": old, "after": new, "revision": str(at // 10)})
        for at, (old, new) in enumerate(pairs)
    ]
