"""How problems are reported."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator

from gazette.model import Problem
from gazette.render import report

UNDECLARED = Problem(
    path="policy_versions/privacy/2.0.md",
    line=6,
    rule="finding-undeclared",
    wrong="clause 3.1.4 falls in sharing (9.4.3): 100% of it, neither declared nor dismissed",
    mend="add sharing to the decision's categories",
    paste="decision:\n  categories: [sharing]\n",
)
LOWERED = Problem(
    path="policy_versions/privacy/2.0.md",
    line=6,
    rule="notice-lowered",
    wrong="the notice is announcement, and what changed asks for popup",
    mend="set notice: popup, or give a notice_reason",
    paste=UNDECLARED.paste,
)


def test_text_says_file_line_fault_and_mend_on_one_line_each() -> None:
    lines = report.as_text([UNDECLARED, LOWERED]).splitlines()
    assert lines[0] == (
        "policy_versions/privacy/2.0.md:6: clause 3.1.4 falls in sharing (9.4.3): 100% of it,"
        " neither declared nor dismissed; add sharing to the decision's categories"
    )
    assert lines[1].startswith("policy_versions/privacy/2.0.md:6: the notice is announcement")


def test_text_prints_the_block_to_paste_once_after_the_last_problem_it_answers() -> None:
    text = report.as_text([UNDECLARED, LOWERED])
    assert text.count("categories: [sharing]") == 1
    assert text.index("the notice is") < text.index("    decision:\n      categories: [sharing]")


def test_json_carries_every_field_of_a_problem() -> None:
    document = json.loads(report.as_json([LOWERED]))
    assert document["schema"] == "gazette/check/1"
    assert document["problems"] == [
        {
            "path": LOWERED.path,
            "line": 6,
            "rule": "notice-lowered",
            "message": LOWERED.wrong,
            "mend": LOWERED.mend,
            "paste": LOWERED.paste,
        }
    ]


def test_github_annotations_stand_on_one_line_with_their_escapes() -> None:
    (line,) = report.as_github([UNDECLARED]).splitlines()
    assert line.startswith(
        "::error file=policy_versions/privacy/2.0.md,line=6,title=finding-undeclared::"
    )
    assert "100%25 of it" in line
    assert "%0A%0Adecision:%0A  categories: [sharing]" in line


@pytest.mark.parametrize("problems", [[], [UNDECLARED, LOWERED]], ids=["clean", "faulty"])
def test_sarif_names_each_rule_once_and_points_every_result_at_it(problems: list[Problem]) -> None:
    (run,) = json.loads(report.as_sarif(problems))["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == sorted({problem.rule for problem in problems})
    assert [rules[result["ruleIndex"]] for result in run["results"]] == [
        problem.rule for problem in problems
    ]


def test_sarif_places_a_result_at_the_file_and_line() -> None:
    (run,) = json.loads(report.as_sarif([LOWERED]))["runs"]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place == {
        "artifactLocation": {"uri": "policy_versions/privacy/2.0.md"},
        "region": {"startLine": 6},
    }


# What OASIS demands of a log, section by section, as far as this tool writes one (SARIF 2.1.0,
# sections 3.13, 3.14, 3.18, 3.19, 3.27, 3.28, 3.29 and 3.30).
SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "$schema": {"type": "string", "pattern": "^https://.*sarif-2\\.1\\.0"},
        "version": {"const": "2.1.0"},
        "runs": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/run"}},
    },
    "$defs": {
        "run": {
            "type": "object",
            "required": ["tool", "results"],
            "properties": {
                "tool": {
                    "type": "object",
                    "required": ["driver"],
                    "properties": {"driver": {"$ref": "#/$defs/driver"}},
                },
                "results": {"type": "array", "items": {"$ref": "#/$defs/result"}},
            },
        },
        "driver": {
            "type": "object",
            "required": ["name"],
            "properties": {
                "name": {"type": "string", "minLength": 1},
                "version": {"type": "string"},
                "rules": {
                    "type": "array",
                    "uniqueItems": True,
                    "items": {
                        "type": "object",
                        "required": ["id"],
                        "properties": {"id": {"type": "string"}},
                        "additionalProperties": False,
                    },
                },
            },
            "additionalProperties": False,
        },
        "result": {
            "type": "object",
            "required": ["message"],
            "properties": {
                "ruleId": {"type": "string"},
                "ruleIndex": {"type": "integer", "minimum": 0},
                "level": {"enum": ["none", "note", "warning", "error"]},
                "message": {
                    "type": "object",
                    "required": ["text"],
                    "properties": {"text": {"type": "string", "minLength": 1}},
                    "additionalProperties": False,
                },
                "locations": {"type": "array", "items": {"$ref": "#/$defs/location"}},
            },
            "additionalProperties": False,
        },
        "location": {
            "type": "object",
            "properties": {
                "physicalLocation": {
                    "type": "object",
                    "required": ["artifactLocation"],
                    "properties": {
                        "artifactLocation": {
                            "type": "object",
                            "properties": {
                                "uri": {"type": "string", "pattern": "^[A-Za-z0-9%._~/-]+$"}
                            },
                            "additionalProperties": False,
                        },
                        "region": {
                            "type": "object",
                            "properties": {"startLine": {"type": "integer", "minimum": 1}},
                            "additionalProperties": False,
                        },
                    },
                    "additionalProperties": False,
                }
            },
            "additionalProperties": False,
        },
    },
    "additionalProperties": False,
}


@pytest.mark.parametrize(
    "problems",
    [[], [UNDECLARED, LOWERED], [replace(LOWERED, path="our policies/隐私/2.0.md")]],
    ids=["clean", "faulty", "a path that is no address"],
)
def test_sarif_has_the_shape_that_oasis_demands(problems: list[Problem]) -> None:
    Draft202012Validator(SARIF).validate(json.loads(report.as_sarif(problems)))


def test_github_escapes_what_would_end_a_property_or_the_line() -> None:
    problem = replace(LOWERED, path="a,b:c.md", wrong="50%\r\nmore", paste="")
    (line,) = report.as_github([problem]).splitlines()
    assert line.startswith("::error file=a%2Cb%3Ac.md,line=6,")
    assert "::50%25%0D%0Amore;" in line
