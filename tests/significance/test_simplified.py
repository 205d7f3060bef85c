from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gazette.significance import assess_unit, default_taxonomy
from gazette.significance.simplified import simplified


def test_traditional_characters_are_read_as_simplified_ones() -> None:
    assert (
        simplified("我們蒐集您的個人資料，並適用隱私權政策")
        == "我们搜集您的个人资料，并适用隐私权政策"
    )


@given(st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)))
def test_a_text_is_as_long_as_before_and_simplified_once_for_all(text: str) -> None:
    once = simplified(text)
    assert len(once) == len(text)
    assert simplified(once) == once


def test_the_script_alone_changes_no_meaning() -> None:
    answer = assess_unit("我們會保護您的資訊。", "我们会保护您的资讯。", default_taxonomy())
    assert answer.kind == "editorial"


def test_what_is_found_is_quoted_in_the_script_of_the_text() -> None:
    answer = assess_unit(
        "我們與物流公司共享您的地址。",
        "我們與物流公司、廣告合作夥伴共享您的地址。",
        default_taxonomy(),
    )
    assert "廣告合作夥伴" in {word for found in answer.findings for word in found.evidence}
