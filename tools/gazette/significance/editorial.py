"""Does a difference leave the meaning as it was?

Each recogniser is one kind of editorial change. They are certain where the trained model can only
be likely, so they are asked first. None may swallow a negation, a condition or a modal verb: the
lists of words are data (``data/wording.yml``).
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import compress, count
from operator import not_
from typing import TYPE_CHECKING

from gazette.significance.content import content, fillers, same_content
from gazette.significance.patterns import folded
from gazette.significance.shape import Shape
from gazette.significance.whereabouts import moved_whereabouts
from gazette.significance.wording import word_list

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from gazette.significance.difference import Difference
    from gazette.significance.words import Word, Words

_LONG_LINE = 24
_ALIKE = 0.8
_TYPO_LENGTH = 4
_DATED = re.compile(
    r"^[\W\d]*(?:(?:policy |page )?last (?:updated?|modified|revised|reviewed|change)"
    r"|(?:date of )?(?:last )?revision date|date of last revision|effective\b"
    r"|version (?:date|of)|updated\b|revised\b|©|copyright\b"
    r"|current privacy policy|previous (?:privacy policy|version)"
    r"|this (?:privacy )?(?:policy|notice|statement) (?:was|is|takes|became|applies from|has been)"
    r" (?:last |reviewed|updated|effective|effect|published|revised)"
    r"|(?:本(?:隐私)?(?:权)?(?:政策|声明|协议))?(?:的)?(?:更新|生效|发布|公布|修订|施行)(?:日期|时间)"
    r"|本(?:隐私)?(?:权)?(?:政策|声明|协议)(?:自|于|最近|最后|版本)|最近更新|最后更新|上次更新|版本)",
    re.IGNORECASE,
)
_DATE = (
    r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|version \d[\d.]*"
    r"|(?:\d{1,2}(?:st|nd|rd|th)? )?[a-z]{3,9}\.?(?: \d{1,2}(?:st|nd|rd|th)?)?,? (?:19|20)\d\d)"
)
_DID = (
    r"(?:add|clarif|chang|correct|expand|includ|remov|renam|reorgani[sz]|revis|reword|simplif|updat)"
    r"(?:ed|ied)\b|(?:addition|clarification|removal|revision|update)s? (?:from|of|to)\b"
)
_OF_TEXT = (
    r"(?:articles?|clauses?|language|links?|notice|paragraphs?|policy|sections?|sentences?"
    r"|statement|text|typos?|wording)\b"
)
# What was done to a text: after a date, or to a part of it that is named.
_LOGGED = re.compile(
    rf"[\W_]*(?:{_DATE}[\W_]+(?:{_DID})|(?:{_DID}).*\b{_OF_TEXT}"
    r"|we(?: have|[’']ve) (?:changed|revised|updated) (?:our|the|this) (?:privacy )?"
    r"(?:notice|policy|statement)\b)",
    re.IGNORECASE,
)
_SENT_ELSEWHERE = (
    r"(?:(?:^|(?<=[.!?]\s))(?:(?:for|to (?:find|get|learn|read|see)) (?:out )?"
    r"(?:more|further|additional)\b|please (?:see|refer|review|visit)\b|see (?:also|more)\b"
    r"|learn more\b|read more\b|you (?:can|may) (?:find|read|learn|see) (?:out )?more\b"
    r"|we offer a page\b|more (?:on|about|information)\b)"
    r"[^.!?]*(?:[.!?]+[\"”)]?(?=\s|$)|$))"
)
# One of these stands in every pointer and title; to look for them is quick.
_IN_POINTERS = (
    '"',
    "“",
    "more",
    "further",
    "additional",
    "see",
    "refer",
    "review",
    "visit",
    "page",
)
_POINTER = re.compile(_SENT_ELSEWHERE, re.IGNORECASE)
_POINTER_OR_TITLE = re.compile(
    rf"{_SENT_ELSEWHERE}"
    r"|(?:see|in|under|at|of) (?:the |our )?(?:section )?[\"“][^\"”]{2,90}[\"”](?: sections?)?",
    re.IGNORECASE,
)
_ABOUT_RIGHTS = re.compile(r"opt(?:ing)?[- ]out|residents?\b|your rights|complain", re.IGNORECASE)
_MAILTO = "mailto"
_PATH = re.compile(r"^\W*/\S+$")
_QUESTION_LINE = 14
_TITLE = re.compile(
    r"^[\W\d]*(?:our|your|how|what|why|when|where|who|which|about|changes to)\b[^.:;?!|]*$",
    re.IGNORECASE,
)
# A name up to the word that follows it.
_NAMED = re.compile(r"\b[A-Z](?:\S*[^\s.,])?,? $")
_LONGEST_NAME = 60
_LONG_WORD = 4
_CELLS = "|"
_NOT_LETTERS = re.compile(r"[\W_]+")
# A number before a clause: "5.3 Title", "2. You may …"; "30 days" and "508 Elm Street" are none.
_NUMBERING = re.compile(
    r"[\W_]*第?[一二三四五六七八九十]{1,3}(?:[条條章节節]|部分|[、.．)）])"
    r"|[\W_]*\d{1,2}(?:(?:\.\d{1,2})*[.):、](?!\d)|(?:\.\d{1,2})+(?=\s+[^\W\da-z])|(?=\s+[A-Z]))"
)
_IN_DATE = re.compile(
    r"^(?:19|20)\d\d$|^\d{1,2}(?:st|nd|rd|th)?$|^\d{1,4}[./-]\d{1,2}(?:[./-]\d{1,4})?$"
)


# An article that nothing follows which it could belong to: "the on which", "the and".
_ORPHAN = re.compile(r"\b(?:the|an?) (?:on|of|and|or|with|for|to|from|which) ", re.IGNORECASE)
HEADING = "A heading alone"


def editorial(difference: Difference, shape: Shape) -> str | None:
    """Why a difference is editorial, in one sentence; None if no recogniser holds it to be."""
    for recognise in _RECOGNISERS:
        if why := recognise(difference, shape):
            return why
    return None


def words_fell_out(difference: Difference) -> bool:
    """Whether a sentence lost words that it cannot do without, as when the text of a link is lost.

    That is no change anyone meant, yet what it says has changed: a person must look at it.
    """
    if not difference.lost:
        return False
    orphans = len(_ORPHAN.findall(difference.new))
    return orphans > 0 and orphans > len(_ORPHAN.findall(difference.old))


def _same_words(difference: Difference, _: Shape) -> str | None:
    """Capitals, punctuation, inflection, or where a link leads."""
    if not difference.gained and not difference.lost:
        return "No word of it changed"
    return None


def _same_letters(difference: Difference, _: Shape) -> str | None:
    """Words joined or parted, a list marker or number put before."""
    if not difference.old or not difference.new:
        return None
    # The same letters stand as often in both; the commonest ones tell most texts apart at once.
    low_old, low_new = difference.old.lower(), difference.new.lower()
    if low_old.count("e") != low_new.count("e") or low_old.count("t") != low_new.count("t"):
        return None
    old, new = _letters(difference.old), _letters(difference.new)
    same = old == new or (
        _unnumbered(difference.old) == _unnumbered(difference.new)
        and not moved_whereabouts(difference)
    )
    return "Only spacing, punctuation or numbering changed" if old and new and same else None


def _dated_line(difference: Difference, _: Shape) -> str | None:
    """The date of the text, not its meaning: last updated, effective, a copyright line."""
    for text, side in (
        (difference.old, difference.old_words),
        (difference.new, difference.new_words),
    ):
        if side and (len(side) > _LONG_LINE or not _DATED.search(folded(text))):
            return None
    return "It only says when the text was updated"


def _log_entry(difference: Difference, _: Shape) -> str | None:
    """An entry of the text's own history: "1 July 2010: Added a paragraph about …"."""
    texts = [text for text in (difference.old, difference.new) if text]
    if len(texts) == 1 and _LOGGED.match(texts[0]):
        return "An entry in the text's own list of changes"
    return None


def _calendar(difference: Difference, _: Shape) -> str | None:
    """Only a calendar date changed; a period ("30 days") is none."""
    if not difference.lives:
        return None
    dated = all(
        _IN_DATE.match(word.form) or word.form in ("of", "the") or _is_month(text, word)
        for text, word in difference.changed
    )
    if dated and any(
        len(word.form) == len("2025") or _is_month(text, word) for text, word in difference.changed
    ):
        return "Only a date changed"
    return None


def _heading(difference: Difference, shape: Shape) -> str | None:
    """A heading says nothing by itself; what stands under it does."""
    if shape is Shape.HEADING and len(difference.gained) < _LONG_LINE:
        return HEADING
    return None


def _link(difference: Difference, shape: Shape) -> str | None:
    """A line that is nothing but a link: contents, menus, "see also"."""
    path = all(_PATH.match(text) for text in (difference.old, difference.new) if text)
    if path or (shape is Shape.LINK and not _leads_out(difference)):
        return "A link in a list of contents or a menu"
    return None


def _question(difference: Difference, shape: Shape) -> str | None:
    """A short question in a list: an entry of its contents, answered elsewhere."""
    texts = [text for text in (difference.old, difference.new) if text]
    asks = all(text.endswith(("?", "？")) for text in texts)
    short = len(difference.new_words or difference.old_words) <= _QUESTION_LINE
    if len(texts) == 1 and asks and short and shape is Shape.ITEM:
        return "A question in a list of contents"
    return None


def _title(difference: Difference, shape: Shape) -> str | None:
    """The title of a section where sections are listed: "Our Purposes for Collecting Data"."""
    texts = [text for text in (difference.old, difference.new) if text]
    if len(texts) == 1 and shape in (Shape.ITEM, Shape.TEXT) and _TITLE.match(texts[0]):
        words = difference.new_words or difference.old_words
        long = [texts[0][w.start] for w in words if w.end - w.start >= _LONG_WORD]
        if len(long) > 1 and len(words) <= _QUESTION_LINE and all(map(str.isupper, long)):
            return "The title of a section in a list of contents"
    return None


def _same_addresses(difference: Difference, _: Shape) -> str | None:
    """The same addresses, given in another way: a link that was broken is mended."""
    if not difference.lives or "email" not in (*difference.lost.kinds, *difference.gained.kinds):
        return None
    if all(word.kind == "email" or word.form == _MAILTO for _, word in difference.changed):
        old, new = difference.old_words.of_kind("email"), difference.new_words.of_kind("email")
        same = set(old.forms) == set(new.forms)
        return "The same addresses are given in another way" if same else None
    return None


def _without_form(difference: Difference, _: Shape) -> str | None:
    """A company is called without its legal form; with another form it may be another company."""
    if difference.gained or not difference.lost:
        return None
    text, lost = difference.old, difference.lost
    if word_list("company").issuperset(lost.forms) and all(
        text[start].isupper() and _NAMED.search(text, max(0, start - _LONGEST_NAME), start)
        for start in lost.starts
    ):
        return "A company is only called without its legal form"
    return None


def _repeated(difference: Difference, _: Shape) -> str | None:
    """A word set twice, or such a slip mended; cells of a table may well say the same."""
    if not difference.lives or _CELLS in difference.old or _CELLS in difference.new:
        return None
    if all(
        _doubled(text, marks)
        for text, marks in (
            (difference.new_words, difference.come),
            (difference.old_words, difference.gone),
        )
    ):
        return "A word was set twice"
    return None


def _same_content(difference: Difference, _: Shape) -> str | None:
    """Other words for the same: fillers, and synonyms of this kind of text."""
    if not difference.lives:
        return None
    if same_content(difference.lost, difference.gained) and not _switched(difference):
        return "The same is said in other words"
    return None


def _same_in_characters(difference: Difference, _: Shape) -> str | None:
    """The same in a script without spaces, where of a word only a character may change.

    So the whole sentences are compared: the character alone is no synonym of any other.
    """
    if not difference.lives or "han" not in (*difference.lost.kinds, *difference.gained.kinds):
        return None
    old, new = (
        list(content(words.forms)) for words in (difference.old_words, difference.new_words)
    )
    return "The same is said in other words" if old == new else None


def _pointer(difference: Difference, _: Shape) -> str | None:
    """Only where the reader is sent for more has changed ("see …", "for more information …")."""
    if not difference.old or not difference.new:
        return None
    low = f"{difference.old}\n{difference.new}".lower()
    if not any(sign in low for sign in _IN_POINTERS):
        return None
    new = _without_pointers(difference.new)
    if difference.gained and new == difference.new:  # What came stands in no pointer.
        return None
    old = _without_pointers(difference.old)
    if (old, new) == (difference.old, difference.new) or not (old and new):
        return None
    if _letters(old) == _letters(new) and not _ABOUT_RIGHTS.search(difference.new + difference.old):
        return "It only sends the reader elsewhere for more"
    return None


def _typo(difference: Difference, _: Shape) -> str | None:
    """Misspellings mended: as many words as before, each nearly the same.

    Few begin with another letter; a name that does is another's ("reCAPTCHA", "hCaptcha").
    """
    gained, lost = _plain(difference.gained), _plain(difference.lost)
    if gained and len(gained) == len(lost) and all(map(_misspelt, gained, lost)):
        return "Only spelling changed"
    return None


_RECOGNISERS: tuple[Callable[[Difference, Shape], str | None], ...] = (
    _same_words,
    _same_letters,
    _dated_line,
    _log_entry,
    _calendar,
    _heading,
    _link,
    _question,
    _title,
    _same_addresses,
    _without_form,
    _repeated,
    _same_content,
    _same_in_characters,
    _pointer,
    _typo,
)


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub("", text).lower()


def _without_pointers(text: str) -> str:
    # A title stands in quotation marks; looking for one takes most of the time.
    titled = '"' in text or "“" in text
    return (_POINTER_OR_TITLE if titled else _POINTER).sub("", text)


def _unnumbered(text: str) -> str:
    numbering = _NUMBERING.match(text)
    return _letters(text[numbering.end() :] if numbering else text)


def _is_month(text: str, word: Word) -> bool:
    """Whether a word names a month; "may" does only with its capital."""
    return word.form in word_list("month") or text[word.start : word.end] == "May"


def _leads_out(difference: Difference) -> bool:
    """Whether an address changed, or what looks like a domain."""
    return any(
        word.kind in ("email", "url") or (word.kind == "word" and "." in word.form[:-1])
        for _, word in difference.changed
    )


def _doubled(text: Words, marks: Sequence[bool]) -> bool:
    """Whether every changed word repeats one that stayed, within two words of it."""
    for at in compress(count(), marks):
        around = slice(max(0, at - 2), at + 3)
        if text.forms[at] not in compress(text.forms[around], map(not_, marks[around])):
            return False
    return True


def _switched(difference: Difference) -> bool:
    """Whether a word changed places with its opposite: "on until you turn it off"."""
    switches = word_list("switch")
    gained = switches.intersection(difference.gained.forms)
    return len(gained) > 1 and gained == switches.intersection(difference.lost.forms)


def _plain(changed: Words) -> list[str]:
    passed_over = fillers()
    return [form for form in changed.forms if form not in passed_over]


def _misspelt(one: str, other: str) -> bool:
    if (
        min(len(one), len(other)) < _TYPO_LENGTH
        or one[0] != other[0]
        or one in word_list("logic")
        or other in word_list("logic")
    ):
        return False
    if any(letter.isdigit() or letter == "@" for letter in one + other):
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.real_quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE
