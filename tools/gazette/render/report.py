"""How the problems that `gazette check` finds are reported: text, JSON, GitHub, SARIF."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import quote

from gazette import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazette.model import Problem


def as_text(problems: Sequence[Problem]) -> str:
    """One line a problem; under a file's last problem, the block to paste into it."""
    lines: list[str] = []
    for position, problem in enumerate(problems):
        lines.append(str(problem))
        rest = problems[position + 1 :]
        if problem.paste and not any(problem.paste == other.paste for other in rest):
            lines += ["", *(f"    {line}" for line in problem.paste.splitlines()), ""]
    return "\n".join(lines)


def as_json(problems: Sequence[Problem]) -> str:
    """The problems as one JSON document, schema ``gazette/check/1``."""
    return json.dumps(
        {
            "schema": "gazette/check/1",
            "problems": [
                {
                    "path": problem.path,
                    "line": problem.line,
                    "rule": problem.rule,
                    "message": problem.wrong,
                    "mend": problem.mend,
                    "paste": problem.paste,
                }
                for problem in problems
            ],
        },
        ensure_ascii=False,
        indent=2,
    )


def as_github(problems: Sequence[Problem]) -> str:
    """Workflow commands, which GitHub shows beside the lines of a pull request.

    The escapes are those of GitHub's "Workflow commands for GitHub Actions".
    """
    return "\n".join(
        f"::error file={_property(problem.path)},line={problem.line},"
        f"title={_property(problem.rule)}::{_data(_message(problem))}"
        for problem in problems
    )


def as_sarif(problems: Sequence[Problem]) -> str:
    """A SARIF 2.1.0 log (OASIS), for code-scanning views."""
    rules = sorted({problem.rule for problem in problems})
    return json.dumps(
        {
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [
                {
                    "tool": {
                        "driver": {
                            "name": "gazette",
                            "version": __version__,
                            "rules": [{"id": rule} for rule in rules],
                        }
                    },
                    "results": [_sarif_result(problem, rules) for problem in problems],
                }
            ],
        },
        ensure_ascii=False,
        indent=2,
    )


def _sarif_result(problem: Problem, rules: list[str]) -> dict[str, object]:
    return {
        "ruleId": problem.rule,
        "ruleIndex": rules.index(problem.rule),
        "level": "error",
        "message": {"text": _message(problem)},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(problem.path)},
                    "region": {"startLine": problem.line},
                }
            }
        ],
    }


def _message(problem: Problem) -> str:
    message = f"{problem.wrong}; {problem.mend}"
    return f"{message}\n\n{problem.paste}" if problem.paste else message


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
