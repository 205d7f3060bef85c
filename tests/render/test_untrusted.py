"""Whatever HTML a policy holds, no page of it runs or loads anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

import html5lib
import pytest

from gazette.comparison import compare
from gazette.document import parse
from gazette.render.clause_html import document_html
from gazette.render.redline_html import redline

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

HOSTILE = [
    "<script>alert(1)</script>",
    "We ask <script>alert(1)</script> you.",
    "* <SCRIPT src=//evil.example/x.js></SCRIPT>",
    "<img src=x onerror=alert(1)>",
    'We ask <a href="javascript:alert(1)" onclick="alert(1)">you</a>.',
    "[ask](javascript:alert(1)) and [ask](JaVaScRiPt:alert(1))",
    "[ask](data:text/html,<script>alert(1)</script>)",
    "<svg onload=alert(1)><animate onbegin=alert(1)></svg>",
    "<iframe src=//evil.example></iframe>",
    "<div style='background:url(//evil.example/x)'>We ask</div>",
    "<style>@import '//evil.example/x.css'</style>",
    "<form action=//evil.example><button>Go</button></form>",
    "| <b onmouseover=alert(1)>a</b> | <script>alert(1)</script> |\n|---|---|\n| 1 | 2 |",
    "Term\n:   <object data=//evil.example></object>",
    "    <script>alert(1)</script>",
    "`<script>alert(1)</script>`",
    "# <img src=x onerror=alert(1)> 1. Title",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "![x](//evil.example/x.png) ![y](https://evil.example/y.png)",
    '<https://a.example/"onmouseover=alert(1)>',
    '[a](/x "title\\" onmouseover=alert(1)")',
]


def _elements(html: str) -> Iterator[Element]:
    return html5lib.parseFragment(html, namespaceHTMLElements=False).iter()


@pytest.mark.parametrize("policy", HOSTILE)
def test_a_policy_runs_and_loads_nothing(policy: str) -> None:
    empty, full = parse("Something else."), parse(policy)
    pages = document_html(full), redline(compare(empty, full)), redline(compare(full, empty))
    for element in (element for page in pages for element in _elements(page)):
        assert element.tag not in {"script", "style", "iframe", "object", "form", "svg", "link"}
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert name != "style"
            if name in {"href", "src", "action"}:
                assert not value.lower().strip().startswith(("javascript:", "data:"))
            if name == "src":
                assert "//" not in value
