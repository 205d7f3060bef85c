from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazette.significance.difference import Place, difference

FEW_WORDS = st.lists(st.sampled_from("ab.,"), max_size=12)


def forms(old: str, new: str) -> tuple[list[str], list[str]]:
    apart = difference(old, new)
    return [w.form for w in apart.lost], [w.form for w in apart.gained]


def places(old: str, new: str) -> dict[str, Place]:
    return {hit.term: place for place, hit in difference(old, new).placed}


def test_inflection_and_capitals_are_no_difference() -> None:
    assert forms("We shared the records.", "we Share the record") == ([], [])


def test_a_new_side_is_gained_altogether() -> None:
    assert forms("", "We film.") == ([], ["we", "film"])


def test_where_a_link_leads_makes_no_difference() -> None:
    assert forms("See https://a.example/x now", "See https://b.example/y now") == ([], [])


def test_a_term_that_comes_is_gained_and_one_that_goes_is_lost() -> None:
    found = places("We share with couriers.", "We share with insurers.")
    assert (found["courier"], found["insurer"]) == (Place.LOST, Place.GAINED)


def test_a_term_that_only_changes_its_place_is_neither() -> None:
    found = places("couriers and insurers receive it", "insurers and couriers receive it")
    assert {found["courier"], found["insurer"]}.isdisjoint({Place.GAINED, Place.LOST})


def test_a_kept_term_is_near_only_in_the_sentence_that_changed() -> None:
    kept = "Insurers do. We"
    found = places(f"Couriers see it. {kept} care.", f"Couriers see it at last. {kept} do.")
    assert (found["courier"], found["insurer"]) == (Place.NEAR, Place.KEPT)


def test_texts_too_long_to_compare_word_by_word_still_keep_both_ends() -> None:
    old = "start " + "alpha " * 1500 + "end"
    new = "start " + "omega " * 1500 + "end"
    apart = difference(old, new)
    assert (apart.gone[0], apart.come[-1]) == (False, False)
    assert all(apart.gone[1:-1])


def test_sentences_at_either_end_that_stayed_are_left_out() -> None:
    apart = difference("We film. We share it. We care.", "We film. We sell it. We care.")
    assert (apart.old.strip(), apart.new.strip()) == ("We share it.", "We sell it.")


@pytest.mark.parametrize(
    ("old", "new", "beside"),
    [
        ("We film. We care. We end.", "We film. We share. We care. We end.", "We care."),
        ("We film. We care.", "We film. We care. We share.", "We care."),
        ("We film。\nWe care。\n", "We film。\nWe care。\nWe share。\n", "We care。"),
    ],
)
def test_a_sentence_put_in_stands_beside_one_that_stayed(old: str, new: str, beside: str) -> None:
    assert difference(old, new).old.strip() == beside


@pytest.mark.parametrize(
    ("old", "new", "came"),
    [
        ("We ask your e-mail address.", "We ask your e-mail address and postal address.",
         "and postal address"),
        ("We sell it. We share it.", "We sell it. We lose it. We share it.", "We lose it"),
        ("收集姓名和手机号码。", "收集姓名、手机号码和身份证号码。", "和身份证号码"),
    ],
)  # fmt: skip
def test_what_was_put_in_is_held_to_be_where_a_part_of_a_sentence_begins_or_ends(
    old: str, new: str, came: str
) -> None:
    apart = difference(old, new)
    gained = apart.gained
    assert apart.new[gained.starts[0] : gained.ends[-1]] == came


@given(FEW_WORDS, FEW_WORDS)
def test_without_what_went_and_what_came_both_texts_are_the_same(
    old: list[str], new: list[str]
) -> None:
    apart = difference(" ".join(old), " ".join(new))
    kept = [
        [form for form, mark in zip(words.forms, marks, strict=True) if not mark]
        for words, marks in ((apart.old_words, apart.gone), (apart.new_words, apart.come))
    ]
    assert kept[0] == kept[1]
