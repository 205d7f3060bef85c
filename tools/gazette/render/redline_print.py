"""How does a redline look on paper?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup

from gazette.render.environment import template
from gazette.render.redline_html import asset, change_list, redline
from gazette.render.view import Paper, View

if TYPE_CHECKING:
    from gazette.model import Comparison

_LOCAL = re.compile(r'<a href="(?!#|[a-z][a-z0-9+.-]*:)', re.IGNORECASE)
_NO_STRING = re.compile(r'["\\\n\r\f]')


def printed(
    comparison: Comparison,
    old: str,
    new: str,
    *,
    lang: str = "en",
    view: View = View(),  # noqa: B008 - a frozen value
    paper: Paper = Paper.A4,
) -> str:
    """The page that a browser prints: the texts' names and page numbers on every sheet, no script.

    Args:
        comparison: Two documents, compared.
        old: What the old text is called.
        new: What the new text is called.
        lang: The language of the texts.
        view: Which layout; and whether the clauses that did not change are printed, or only named.
        paper: The size of the sheets.
    """
    page = template("redline/printed.html.j2").render(
        old=old,
        new=new,
        lang=lang,
        coarse=comparison.coarse,
        view=view,
        changes=change_list(comparison),
        redline=redline(comparison, view=view),
        style=Markup(asset("gazette-redline.css")),  # noqa: S704 - the package's own
        print_style=Markup(asset("gazette-print.css")),  # noqa: S704 - the package's own
        paper=paper.value,
        css_string=_css_string,
    )
    # On paper nothing is beside the page, and a browser would look for it on this very machine.
    return _LOCAL.sub('<a data-href="', page)


def _css_string(text: str) -> str:
    escaped = _NO_STRING.sub(lambda sign: "\\" + f"{ord(sign[0]):x} ", text)
    return f'"{escaped}"'
