"""What kind of change it is."""

from __future__ import annotations

import pytest

from gazette.comparison import compare
from gazette.document import parse
from gazette.model import ChangeKind

K = ChangeKind


@pytest.mark.parametrize(
    ("old", "new", "kinds"),
    [
        ("We ask *you*.", "We ask **you**.", (K.FORMATTED,)),
        ("We [ask](/a) you.", "We [ask](/b) you.", (K.RELINKED,)),
        ("We *ask* [you](/a).", "We ask [you](/b).", (K.RELINKED, K.FORMATTED)),
        ("We don't ask.", "We don’t ask.", (K.RESPACED,)),
        ("1. We ask you.", "2. We ask you.", (K.RENUMBERED,)),
        ("## We ask you", "### We ask you", (K.RETYPED,)),
        ("We ask you first.", "* We ask you first.", (K.RETYPED,)),
        ("We ask you [first](/a).", "We ask you [later](/b).", (K.MODIFIED, K.RELINKED)),
        ("1. We ask you first.", "2. We ask you later.", (K.MODIFIED, K.RENUMBERED)),
    ],
)
def test_each_difference_is_named(old: str, new: str, kinds: tuple[ChangeKind, ...]) -> None:
    (change,) = compare(parse(old), parse(new)).changes
    assert change.kinds == kinds
