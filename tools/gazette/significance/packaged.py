"""Data that comes with the package, read once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

# libyaml is several times as fast, and the same data comes out of both.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(resource: Traversable) -> dict[str, object]:
    """The mapping at the top of a packaged YAML file."""
    with resource.open("rb") as stream:
        data: dict[str, object] = yaml.load(stream, Loader=_LOADER)  # noqa: S506 - a safe loader
    return data


def read_json(resource: Traversable) -> dict[str, object]:
    """The mapping at the top of a packaged JSON file."""
    data: dict[str, object] = json.loads(resource.read_text(encoding="utf-8"))
    return data
