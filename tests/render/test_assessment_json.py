from __future__ import annotations

import json
from importlib.resources import files

from jsonschema import Draft202012Validator

from gazette.comparison import compare
from gazette.document import parse
from gazette.model import Assessment, Finding, Kind, Level, Side, Span, UnitAssessment
from gazette.render.assessment_json import assessment_json, unit_json
from gazette.significance import assess
from gazette.significance.taxonomy import default_taxonomy

FINDING = Finding(
    0,
    "sharing",
    "9.4.3",
    ("partners",),
    "recipient-added",
    "Adds a recipient: partners",
    "transfer_abroad",
    (Span(Side.NEW, 3, 11),),
)


def _validate(text: str) -> None:
    schema = files("gazette.render").joinpath("schemas", "assessment-1.schema.json")
    Draft202012Validator(json.loads(schema.read_text("utf-8"))).validate(json.loads(text))


def test_an_assessment_follows_its_schema() -> None:
    assessment = Assessment(
        kind=Kind.SUBSTANTIVE,
        findings=(FINDING,),
        categories=("sharing",),
        limits_rights=False,
        level=Level.CONSENT,
        unsure=(1,),
        unsure_why=("unplaced",),
        promises=(2,),
    )
    _validate(assessment_json(assessment))


def test_a_real_assessment_follows_its_schema() -> None:
    comparison = compare(
        parse("We share your data with nobody."), parse("We share your data with advertisers.")
    )
    _validate(assessment_json(assess(comparison, default_taxonomy())))


def test_a_unit_is_one_line_with_its_id() -> None:
    unit = UnitAssessment(Kind.SUBSTANTIVE, ("sharing",), limits_rights=True, findings=(FINDING,))
    line = unit_json("u-1", unit)
    answer = json.loads(line)
    assert (answer["id"], answer["categories"], answer["limits_rights"]) == (
        "u-1",
        ["sharing"],
        True,
    )
    assert "\n" not in line
