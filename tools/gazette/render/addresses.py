"""Under which address, for good, does each page and feed stand?

An address is relative to the root of the site; that of a page ends with a slash.
"""

from __future__ import annotations

from posixpath import relpath
from urllib.parse import quote, urljoin

HOME = ""
ALL_REVISIONS_FEED = "revisions.atom"
BANNER = "banner.json"
SCHEMAS = "schemas/"
COMPARE_SCRIPT = "assets/gazette-compare.js"


def policy_page(policy: str) -> str:
    """The policy in force."""
    return f"{policy}/"


def version_page(policy: str, number: str) -> str:
    """One version."""
    return f"{policy}/versions/{number}/"


def revisions_page(policy: str) -> str:
    """All revisions of a policy."""
    return f"{policy}/revisions/"


def redline_page(policy: str, number: str) -> str:
    """What changed from the version before to this one."""
    return f"{policy}/redlines/{number}/"


def compare_page(policy: str) -> str:
    """Any two versions of a policy; ``?from=1.2`` is what changed since that version."""
    return f"{policy}/compare/"


def clauses_page(policy: str) -> str:
    """What became of each clause of a policy."""
    return f"{policy}/clauses/"


def revisions_feed(policy: str) -> str:
    """The Atom feed of a policy's revisions."""
    return f"{policy}/revisions.atom"


def relative(target: str, page: str) -> str:
    """The link from a page to an address: works wherever the site is put."""
    path = relpath("/" + target, "/" + page)
    return f"{path}/" if target.endswith("/") or not target else path


def absolute(site_url: str, target: str, fragment: str = "") -> str:
    """The full URL of an address, for those who read it elsewhere.

    Args:
        site_url: The site's own URL, which ends with a slash.
        target: The address.
        fragment: The id of an element of the page, or empty.
    """
    return urljoin(site_url, target) + (f"#{quote(fragment)}" if fragment else "")
