from __future__ import annotations

from gazette.significance import Unit, assess_units, default_taxonomy

COURIERS = ("We ask couriers.", "We ask couriers and data brokers.")
TEA = ("We like tea.", "We liked tea.")


def test_units_of_many_revisions_mixed_are_answered_as_those_of_each_revision_alone() -> None:
    taxonomy = default_taxonomy()
    revisions = [f"revision {at % 130}" for at in range(260)]
    units = [
        Unit(str(at), *(COURIERS if at % 3 else TEA), revision=own)
        for at, own in enumerate(revisions)
    ]
    alone = {
        unit.id: answer
        for own in dict.fromkeys(revisions)
        for of_one in [[unit for unit in units if unit.revision == own]]
        for unit, answer in zip(of_one, assess_units(of_one, taxonomy), strict=True)
    }
    assert assess_units(units, taxonomy) == tuple(alone[unit.id] for unit in units)


def test_no_units_have_no_answers() -> None:
    assert assess_units([], default_taxonomy()) == ()
