"""Lists of words that the rules lean on: data (``data/wording.yml``), read once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TypedDict, cast

from gazette.significance.packaged import read_yaml
from gazette.significance.words import words


class _Wording(TypedDict):
    lists: dict[str, str]
    same: list[str]


@cache
def word_list(name: str) -> frozenset[str]:
    """The forms of the words of one list (``filler``)."""
    return frozenset(words(_wording()["lists"][name]).forms)


@cache
def synonyms() -> dict[tuple[str, ...], str]:
    """For each term, as its forms, the name of the group that it is used alike with."""
    return {
        tuple(words(term).forms): group.split(",")[0]
        for group in _wording()["same"]
        for term in group.split(",")
    }


@cache
def _wording() -> _Wording:
    data = read_yaml(files("gazette.significance") / "data" / "wording.yml")
    return cast("_Wording", data)
