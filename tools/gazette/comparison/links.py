"""Where do the links of a clause lead, and which e-mail addresses does a script hide?"""

from __future__ import annotations

import re

_TARGET = re.compile(
    r"\]\(\s*(<[^<>]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)|(?:href|src)=[\"']?([^\"'\s>]+)"
)
_HIDDEN = re.compile(r"\[email\s*protected\]")
_ADDRESS = re.compile(r"\[email\s*protected\]|(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+")
_OBFUSCATED = re.compile(r"/cdn-cgi/l/email-protection(?:#([0-9a-f]{4,}))?")


def targets(body: str) -> list[str]:
    """The targets of links and images in inline Markdown, in order."""
    if "](" not in body and "=" not in body:
        return []
    return [match[1] or match[2] or "" for match in _TARGET.finditer(body)]


def without_targets(body: str) -> str:
    """Inline Markdown with its links' targets left out, white space collapsed."""
    return " ".join(_TARGET.sub("](", body).split())


def only_hidden(old: str, new: str, old_body: str, new_body: str) -> bool:
    """Do two texts differ only in e-mail addresses that Cloudflare's script hides in one?

    The page of a site behind it shows "[email protected]" to whatever runs no script, with
    the address encoded in the link. An address that can be decoded and is another one is a
    change of words.
    """
    if not (_HIDDEN.search(old) or _HIDDEN.search(new)):
        return False
    if _ADDRESS.split(old) != _ADDRESS.split(new):
        return False
    before = _addresses(old, old_body)
    after = _addresses(new, new_body)
    return all(
        one == other or not (one and other) for one, other in zip(before, after, strict=True)
    )


def _addresses(text: str, body: str) -> list[str]:
    """The addresses in order; empty where one is hidden and cannot be decoded."""
    codes = iter([match[1] for match in _OBFUSCATED.finditer(body)])
    return [
        _decoded(next(codes, None)) if _HIDDEN.match(shown) else shown
        for shown in _ADDRESS.findall(text)
    ]


def _decoded(code: str | None) -> str:
    """The address in a Cloudflare code: its bytes, each combined (xor) with the first."""
    if not code or len(code) % 2:
        return ""
    key, *rest = bytes.fromhex(code)
    return bytes(byte ^ key for byte in rest).decode("utf-8", "replace")
