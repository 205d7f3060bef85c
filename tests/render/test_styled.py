from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gazette.document import parse
from gazette.model import ClauseKind
from gazette.render.styled import html_of, styled

if TYPE_CHECKING:
    from gazette.model import Clause


VERSIONS = Path(__file__).parents[2] / "policy_versions"


def _joined(clause: Clause) -> str:
    if clause.kind is ClauseKind.CODE:
        return " ".join(clause.body.split())
    return "".join(run.text for run in styled(clause))


def _html(markdown: str) -> str:
    return str(html_of(styled(parse(markdown).clauses[0])))


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("a *b* c", "a <em>b</em> c"),
        ("**a *b* c**", "<strong>a <em>b</em> c</strong>"),
        ("[x](https://e.com/?a=1&b=2)", '<a href="https://e.com/?a=1&amp;b=2">x</a>'),
        ("`c < d`", "<code>c &lt; d</code>"),
        ("1 < 2 & 3", "1 &lt; 2 &amp; 3"),
        ("a<br>b", "a<br>b"),
        ("![sign](sign.png) a", '<img alt="sign" src="sign.png">a'),
    ],
)
def test_inline_markdown_becomes_html(markdown: str, html: str) -> None:
    assert _html(markdown) == html


def test_a_link_that_runs_a_script_leads_nowhere() -> None:
    assert _html("[x](javascript:alert(1))") == "<a>x</a>"


def test_a_script_is_shown_as_text_and_never_run() -> None:
    assert "<script" not in _html("a <script>b</script>")


def test_an_image_of_another_host_is_not_loaded() -> None:
    assert "src" not in _html("![a](//other.example/a.png) b")


@given(st.text(alphabet=st.sampled_from("ab *_`[]()<>&;!\\\n|#1.-~:/é中"), max_size=40))
@settings(max_examples=200)
def test_runs_joined_are_the_text_of_the_clause(markdown: str) -> None:
    for clause in parse(markdown).clauses:
        assert _joined(clause) == clause.text


@pytest.mark.parametrize(
    "markdown", ["| a |  | b |\n|---|---|---|\n", "a <br> b", "![x](x.png) a "]
)
def test_white_space_is_collapsed_across_runs(markdown: str) -> None:
    clause = parse(markdown).clauses[0]
    assert _joined(clause) == clause.text


def test_every_clause_of_the_policy_is_styled() -> None:
    """None is left to plain text because it is read otherwise than Python-Markdown reads it."""
    for path in sorted(VERSIONS.glob("*/*.md")):
        for clause in parse(path.read_text(encoding="utf-8")).clauses:
            assert "*" not in html_of(styled(clause))
