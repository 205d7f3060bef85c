"""A clause's life, from the version that it came with to the one that it went with."""

from __future__ import annotations

import itertools

from gazette.comparison import compare
from gazette.document import parse
from gazette.lives import Life, lives

OPT_OUT = "You can opt out of advertising at any time in your account."
COOKIES = "We use cookies to remember what you chose on this website."
SHARING = "We share your data with the suppliers that run our servers."


def followed(*texts: str) -> dict[str, Life]:
    """The lives through versions 1.0, 2.0, and so on, by their last text."""
    documents = [parse(text) for text in texts]
    steps = [
        (f"{number}.0", compare(old, new))
        for number, (old, new) in enumerate(itertools.pairwise(documents), start=2)
    ]
    return {life.clause.text: life for life in lives("1.0", documents[0], steps)}


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
