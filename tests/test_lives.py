"""A clause's life, from the version that it came with to the one that it went with."""

from __future__ import annotations

import itertools
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from gazette.comparison import compare
from gazette.document import parse
from gazette.lives import Life, Place, lives

OPT_OUT = "You can opt out of advertising at any time in your account."
COOKIES = "We use cookies to remember what you chose on this website."
SHARING = "We share your data with the suppliers that run our servers."


def every(*texts: str) -> list[Life]:
    """The lives through versions 1.0, 2.0, and so on."""
    documents = [parse(text) for text in texts]
    steps = [
        (f"{number}.0", compare(old, new))
        for number, (old, new) in enumerate(itertools.pairwise(documents), start=2)
    ]
    return lives("1.0", documents[0], steps)


def followed(*texts: str) -> dict[str, Life]:
    """The same by their last text."""
    return {life.clause.text: life for life in every(*texts)}


def clauses(*texts: str) -> str:
    return "\n\n".join(f"1.{at}. {text}" for at, text in enumerate(texts, start=1)) + "\n"


def told(life: Life) -> list[tuple[str, str]]:
    return [
        (event.version, " ".join(event.change.kinds) if event.change else "first")
        for event in life.events
    ]


def test_a_clause_that_never_changed_came_with_the_first_version() -> None:
    life = followed(clauses(OPT_OUT), clauses(OPT_OUT))[OPT_OUT]
    assert told(life) == [("1.0", "first")]


def test_each_wording_is_an_event() -> None:
    newer = SHARING.replace("suppliers", "suppliers and partners")
    newest = newer.replace("our servers", "our servers and our shop")
    life = followed(clauses(SHARING), clauses(newer), clauses(newest))[newest]
    assert told(life) == [("1.0", "first"), ("2.0", "modified"), ("3.0", "modified")]


def test_a_clause_that_came_later_starts_there() -> None:
    life = followed(clauses(OPT_OUT), clauses(OPT_OUT, COOKIES))[COOKIES]
    assert told(life) == [("2.0", "added")]


def test_a_clause_that_went_ends_there() -> None:
    life = followed(clauses(OPT_OUT, COOKIES), clauses(OPT_OUT), clauses(OPT_OUT))[COOKIES]
    assert life.is_gone
    assert told(life) == [("1.0", "first"), ("2.0", "removed")]


def test_a_clause_is_followed_where_it_moved() -> None:
    life = followed(clauses(OPT_OUT, COOKIES, SHARING), clauses(COOKIES, SHARING, OPT_OUT))[OPT_OUT]
    assert [version for version, _ in told(life)] == ["1.0", "2.0"]
    assert life.places == (("1.0", 0), ("2.0", 2))


def test_each_half_of_a_split_has_the_life_of_the_whole() -> None:
    found = followed(clauses(f"{OPT_OUT} {COOKIES}"), clauses(OPT_OUT, COOKIES))
    assert told(found[OPT_OUT])[0] == told(found[COOKIES])[0] == ("1.0", "first")


def test_of_a_split_the_first_half_goes_on_and_the_other_begins() -> None:
    found = followed(clauses(f"{OPT_OUT} {COOKIES}"), clauses(OPT_OUT, COOKIES))
    assert found[OPT_OUT].origin == ("1.0", 0)
    assert found[COOKIES].origin == ("2.0", 1)


def test_an_event_names_its_place_among_the_revisions_changes() -> None:
    life = followed(clauses(OPT_OUT, SHARING), clauses(OPT_OUT + " Soon.", SHARING, COOKIES))[
        COOKIES
    ]
    assert [event.index for event in life.events] == [2]


def test_of_two_merged_clauses_the_first_goes_on() -> None:
    both = f"{OPT_OUT} {COOKIES}"
    found = followed(clauses(OPT_OUT, COOKIES), clauses(both))
    assert not found[both].is_gone
    assert found[COOKIES].is_gone


def test_a_clause_that_was_merged_says_where_it_went() -> None:
    both = f"{OPT_OUT} {COOKIES}"
    found = followed(clauses(SHARING, OPT_OUT, COOKIES), clauses(SHARING, both))
    assert found[COOKIES].heir == ("2.0", 1)
    assert found[both].places[-1] == found[COOKIES].heir


def test_a_clause_that_came_again_has_another_life() -> None:
    found = every(clauses(OPT_OUT, COOKIES), clauses(OPT_OUT), clauses(OPT_OUT, COOKIES))
    assert [(life.origin, life.is_gone) for life in found if life.clause.text == COOKIES] == [
        (("3.0", 1), False),
        (("1.0", 1), True),
    ]


@st.composite
def histories(draw: st.DrawFn) -> list[str]:
    """A few versions, each made of the one before by moves, splits, merges and new words."""
    chance = random.Random(draw(st.integers(0, 2**32)))
    texts = [OPT_OUT, COOKIES, SHARING, OPT_OUT, f"{COOKIES} {SHARING}"]
    versions = []
    for number in range(draw(st.integers(2, 6))):
        versions.append(clauses(*texts))
        for _ in range(chance.randint(0, 3)):
            at = chance.randrange(len(texts))
            head, stop, rest = texts[at].partition(". ")
            match chance.randrange(5):
                case 0 if len(texts) > 2:
                    del texts[at]
                case 1:
                    texts.insert(chance.randrange(len(texts)), texts.pop(at))
                case 2:
                    texts[at : at + 1] = [head + stop.strip(), rest] if rest else [head]
                case 3:
                    texts[at : at + 2] = [" ".join(texts[at : at + 2])]
                case _:
                    texts[at] = f"As of version {number}, {texts[at]}"
    return versions


@given(versions=histories())
@settings(max_examples=60, deadline=None)
def test_every_clause_of_every_version_belongs_to_one_life(versions: list[str]) -> None:
    owned = [
        place
        for life in every(*versions)
        for place in life.places[life.places.index(life.origin) :]
    ]
    assert sorted(owned) == [
        Place(f"{number}.0", at)
        for number, text in enumerate(versions, start=1)
        for at in range(len(parse(text).clauses))
    ]


@given(versions=histories())
@settings(max_examples=60, deadline=None)
def test_a_life_has_no_gap_and_ends_where_it_is_said_to(versions: list[str]) -> None:
    for life in every(*versions):
        numbers = [int(place.version.partition(".")[0]) for place in life.places]
        assert numbers == list(range(numbers[0], numbers[-1] + 1))
        assert life.is_gone == (numbers[-1] < len(versions))
        if life.is_gone:
            assert life.events[-1].version == f"{numbers[-1] + 1}.0"


@given(versions=histories())
@settings(max_examples=60, deadline=None)
def test_what_comes_later_leaves_every_origin_as_it_was(versions: list[str]) -> None:
    before = {life.origin for life in every(*versions[:-1])}
    assert before <= {life.origin for life in every(*versions)}
