"""Where do the templates come from, and how are they filled?"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined

if TYPE_CHECKING:
    from jinja2 import Template


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("gazette.render", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def template(name: str) -> Template:
    """The packaged template of that name (``redline/inline.html.j2``); values are escaped."""
    return _environment().get_template(name)
