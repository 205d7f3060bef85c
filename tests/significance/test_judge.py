from __future__ import annotations

from gazette.significance.judge import SUBSTANTIVE, judge
from gazette.significance.network import network_of

NETWORK = network_of(
    {
        "questions": ["sharing", SUBSTANTIVE],
        "bias": [0, 5000],
        "layers": [],
        "features": {"recipient@diff": [900, 0]},
        "hidden": [],
    }
)


def test_whether_the_meaning_changes_is_told_apart_from_the_fields() -> None:
    (judged,) = judge([{}], NETWORK)
    assert judged.substantive > 0.9
    assert dict(judged.fields) == {"sharing": 0.5}


def test_the_packaged_weights_know_every_field() -> None:
    (judged,) = judge([{}])
    assert set(judged.fields) == {"processing", "control", "sharing", "rights", "contact"}
