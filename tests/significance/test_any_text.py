"""What holds for any text, however odd."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from gazette.comparison import compare
from gazette.document import parse
from gazette.markup import visible
from gazette.model import Side
from gazette.significance import Unit, assess, assess_unit, assess_units, default_taxonomy
from gazette.significance.difference import difference

PIECES = st.sampled_from(
    [
        "We share your data with partners", "we will not", "you may opt out within 30 days", ". ",
        "unless", "high risk", "assessment report", "a breach occurred", "under the age of 13",
        "not bound by this policy", "merger", "outside the EU", "privacy@example.com", "[a](b)*",
        "https://a.example/x", "keep it for 12 months", "| ", "* ", "## ", "Last updated", "**",
        "我们可能与合作伙伴共享您的个人信息", "您有权", "保存十二个月", "高风险", "。", "\n",
        "İ", "ﬁ", "ß", "😀", "\x00", "\u200b", "\u202e", "1" * 40, "<!--", "e\u0301", "ก็",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES | st.text(max_size=12), max_size=10).map(" ".join)


@settings(deadline=None)
@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=4))
def test_any_paragraphs_are_assessed(pairs: list[tuple[str, str]]) -> None:
    units = [Unit(str(at), before, after, "r") for at, (before, after) in enumerate(pairs)]
    answers = assess_units(units, default_taxonomy())
    assert len(answers) == len(pairs)


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_every_finding_quotes_words_that_stand_in_the_text(before: str, after: str) -> None:
    texts = {Side.OLD: visible(before), Side.NEW: visible(after)}
    for finding in assess_unit(before, after, default_taxonomy()).findings:
        quoted = tuple(texts[span.side][span.start : span.end] for span in finding.spans)
        assert all(quoted)
        assert finding.evidence == quoted


@given(TEXTS, TEXTS)
def test_a_difference_and_what_stands_around_it_are_the_texts(old: str, new: str) -> None:
    apart = difference(old, new)
    assert apart.before + apart.old + apart.after == old
    assert apart.before + apart.new + apart.after == new


@settings(deadline=None, max_examples=50)
@given(TEXTS, TEXTS)
def test_any_two_documents_are_assessed(old: str, new: str) -> None:
    comparison = compare(parse(old), parse(new))
    assessment = assess(comparison, default_taxonomy())
    assert all(finding.change < len(comparison.changes) for finding in assessment.findings)


@settings(deadline=None, max_examples=50)
@given(TEXTS)
def test_text_that_stays_has_no_finding(text: str) -> None:
    assert not assess_unit(text, text, default_taxonomy()).findings
