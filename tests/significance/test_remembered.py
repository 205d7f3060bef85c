from __future__ import annotations

from gazette.significance.remembered import Remembered


def test_the_same_short_text_is_worked_on_once() -> None:
    asked: list[str] = []
    lengths = Remembered(lambda text: asked.append(text) or len(text))
    assert [lengths["fee"], lengths["fee"], asked] == [3, 3, ["fee"]]


def test_a_long_text_is_not_kept() -> None:
    lengths = Remembered(len)
    assert lengths["long" * 20] == 80
    assert not lengths


def test_what_is_kept_is_bounded() -> None:
    lengths = Remembered(len)
    most = max(lengths[str(number)] and len(lengths) for number in range(100_000))
    assert most == 2**16
