"""Which changes a policy calls significant: read from data, never from code.

Two taxonomies come with the package: ``default`` (section 9.4 of the privacy statement) and
``gdpr`` (Articles 13 and 14 GDPR as WP260 rev.01 reads "material change"). A policy may name one
of them in its ``policy.yml``, alter parts of one, or bring its own.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from gazette.model import Category, ConsentTrigger, Level, Taxonomy
from gazette.significance import lexicon
from gazette.significance.answers import TRANSLATION, UNSURE
from gazette.significance.packaged import read_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

NAMES = ("default", "gdpr")

_TOP = ("name", "extends", "threshold", "categories", "limits_rights", "triggers")
_CATEGORY = ("clause", "level", "label", "facts")
_TRIGGER = ("clause", "label", "facts")
_REQUIRED = ("clause", "level", "label")
_TAKEN = (UNSURE, TRANSLATION)
"""What a dismissal names that answers for no category."""
_THRESHOLD = 0.45
DIRECTIONS = ("added", "removed", "changed", "unbound")


class TaxonomyError(ValueError):
    """A taxonomy is wrong: one sentence says what, and ``where`` names the key."""

    def __init__(self, where: tuple[str, ...], wrong: str, mend: str) -> None:
        """Keep the path of keys, and the two halves of the message."""
        self.where = where
        self.wrong = wrong
        self.mend = mend
        super().__init__(f"{'.'.join(where) or 'taxonomy'}: {wrong}; {mend}")


def default_taxonomy() -> Taxonomy:
    """The taxonomy of the privacy statement's section 9.4."""
    return named_taxonomy("default")


@cache
def named_taxonomy(name: str) -> Taxonomy:
    """A taxonomy that comes with the package.

    Raises:
        TaxonomyError: There is none of that name.
    """
    return _read(_packaged(name))


def taxonomy_from(data: Mapping[str, object]) -> Taxonomy:
    """The taxonomy that a ``policy.yml`` spells out.

    With ``extends: default`` it says only what differs from that taxonomy: a category's key that
    is known alters it, a new one adds one, and ``null`` takes one away.

    Raises:
        TaxonomyError: A key is unknown or missing, or a value has the wrong shape.
    """
    base = data.get("extends")
    if base is None:
        return _read(data)
    if not isinstance(base, str):
        raise TaxonomyError(("extends",), "it is not a name", f"write one of {', '.join(NAMES)}")
    return _read(_merged(_packaged(base), data))


def _packaged(name: str) -> Mapping[str, object]:
    if name not in NAMES:
        wrong = f"there is no taxonomy named {name!r}"
        raise TaxonomyError((), wrong, f"write one of {', '.join(NAMES)}")
    return read_yaml(files("gazette.significance") / "data" / f"taxonomy-{name}.yml")


def _merged(base: Mapping[str, object], data: Mapping[str, object]) -> dict[str, object]:
    merged: dict[str, object] = {**base, "name": data.get("name", base["name"])}
    for key, value in data.items():
        below = merged.get(key)
        if key == "extends":
            continue
        if isinstance(below, dict) and isinstance(value, dict):
            merged[key] = _overlaid(below, value)
        else:
            merged[key] = value
    return merged


def _overlaid(base: Mapping[str, object], over: Mapping[str, object]) -> dict[str, object]:
    """The entries of ``over`` laid over ``base``, entry by entry; ``null`` takes one away."""
    laid = dict(base)
    for key, value in over.items():
        below = laid.get(key)
        if value is None:
            laid.pop(key, None)
        elif isinstance(below, dict) and isinstance(value, dict):
            laid[key] = {**below, **value}
        else:
            laid[key] = value
    return laid


def _read(data: Mapping[str, object]) -> Taxonomy:
    _known((), data, _TOP)
    categories = tuple(
        _category(("categories", key), key, entry)
        for key, entry in _mapping(("categories",), data.get("categories")).items()
    )
    if not categories:
        raise TaxonomyError(("categories",), "it is empty", "name at least one category")
    limits = _mapping(("limits_rights",), data.get("limits_rights"))
    triggers = _mapping(("triggers",), data.get("triggers") or {})
    return Taxonomy(
        name=_text(("name",), data.get("name", "custom")),
        categories=categories,
        limits_rights=_category(("limits_rights",), "limits_rights", limits),
        triggers=tuple(_trigger(("triggers", key), key, entry) for key, entry in triggers.items()),
        threshold=_threshold(data.get("threshold", _THRESHOLD)),
    )


def _category(where: tuple[str, ...], key: str, entry: object) -> Category:
    data = _entry(where, entry, _CATEGORY, _REQUIRED)
    if key in _TAKEN:
        raise TaxonomyError(where, "the key is taken", "give the category another key")
    return Category(
        key=key,
        clause=_text((*where, "clause"), data["clause"]),
        level=_level((*where, "level"), data["level"]),
        label=_label((*where, "label"), data["label"]),
        facts=_facts((*where, "facts"), data.get("facts", [])),
    )


def _trigger(where: tuple[str, ...], key: str, entry: object) -> ConsentTrigger:
    data = _entry(where, entry, _TRIGGER, _TRIGGER)
    return ConsentTrigger(
        key=key,
        clause=_text((*where, "clause"), data["clause"]),
        label=_label((*where, "label"), data["label"]),
        facts=_facts((*where, "facts"), data["facts"]),
    )


def _entry(
    where: tuple[str, ...], entry: object, keys: tuple[str, ...], required: tuple[str, ...]
) -> Mapping[str, object]:
    data = _mapping(where, entry)
    _known(where, data, keys)
    for key in required:
        if key not in data:
            raise TaxonomyError(where, f"{key!r} is missing", f"add a line {key}: …")
    return data


def _known(where: tuple[str, ...], data: Mapping[str, object], keys: tuple[str, ...]) -> None:
    for key in data:
        if key not in keys:
            mend = f"use one of {', '.join(keys)}"
            raise TaxonomyError((*where, str(key)), f"the key {key!r} is unknown", mend)


def _mapping(where: tuple[str, ...], value: object) -> Mapping[str, object]:
    if not isinstance(value, dict) or not all(isinstance(key, str) for key in value):
        raise TaxonomyError(where, "it is not a mapping of keys", "write key: value lines")
    return value


def _text(where: tuple[str, ...], value: object) -> str:
    if not isinstance(value, str) or not value:
        raise TaxonomyError(where, f"{value!r} is not text", "write it in quotation marks")
    return value


def _level(where: tuple[str, ...], value: object) -> Level:
    try:
        return Level(str(value))
    except ValueError:
        mend = f"write one of {', '.join(Level)}"
        raise TaxonomyError(where, f"{value!r} is no notice level", mend) from None


def _label(where: tuple[str, ...], value: object) -> dict[str, str]:
    label = _mapping(where, value)
    return {lang: _text((*where, lang), words) for lang, words in label.items()}


def _facts(where: tuple[str, ...], value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TaxonomyError(where, "it is not a list", "write [recipient, transfer]")
    for fact in value:
        name, _, direction = str(fact).partition("-")
        if name not in known_facts() or direction not in ("", *DIRECTIONS):
            mend = f"use some of {', '.join(known_facts())}"
            raise TaxonomyError(where, f"{fact!r} is no fact", mend)
    return tuple(value)


def known_facts() -> tuple[str, ...]:
    """What a category can name: every fact of the lexicon; the fields are facts too."""
    return tuple(fact.name for fact in lexicon.facts().values() if fact.say)


def _threshold(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise TaxonomyError(("threshold",), f"{value!r} is no threshold", "write 0 to 1")
    return float(value)
