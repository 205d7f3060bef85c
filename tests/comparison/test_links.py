"""Where links lead, and which addresses a script hides."""

from __future__ import annotations

import pytest

from gazette.comparison.links import only_hidden, targets, without_targets

HIDDEN = "[\\[email protected\\]](/cdn-cgi/l/email-protection#{})"


def hidden(address: str, key: int) -> str:
    return bytes([key, *(byte ^ key for byte in address.encode())]).hex()


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ('[a](/x) and [b](/y "t")', ["/x", "/y"]),
        ("[a](https://x.example/(y))", ["https://x.example/(y)"]),
        ('<a href="/x">a</a> ![i](/i.png)', ["/x", "/i.png"]),
        ("no (link) here", []),
    ],
)
def test_targets_in_order(body: str, found: list[str]) -> None:
    assert targets(body) == found


def test_what_is_left_without_targets() -> None:
    assert without_targets("see  [**a**](/x)") == without_targets("see [**a**](/y)")


def test_an_address_hidden_under_another_key_is_the_same() -> None:
    code, other = hidden("dpo@a.example", 7), hidden("dpo@a.example", 99)
    bodies = HIDDEN.format(code), HIDDEN.format(other)
    assert only_hidden("[email protected]", "[email protected]", *bodies)


def test_an_address_that_was_plain_and_is_hidden_is_the_same() -> None:
    body = HIDDEN.format(hidden("dpo@a.example", 7))
    assert only_hidden("to dpo@a.example", "to [email protected]", "to dpo@a.example", f"to {body}")


def test_another_address_that_is_hidden_is_a_change() -> None:
    body = HIDDEN.format(hidden("legal@a.example", 7))
    assert not only_hidden("dpo@a.example", "[email protected]", "dpo@a.example", body)


def test_other_words_beside_it_are_a_change() -> None:
    assert not only_hidden("to dpo@a.example", "at [email protected]", "", "")


def test_two_plain_addresses_are_a_change() -> None:
    assert not only_hidden("dpo@a.example", "legal@a.example", "", "")
