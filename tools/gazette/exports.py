"""What is handed out of a comparison, in each of its formats?"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from rich.console import Console

from gazette.chromium import pdf_of
from gazette.comparison import compare
from gazette.formats import Format
from gazette.render.redline_html import standalone
from gazette.render.redline_json import diff_json
from gazette.render.redline_markdown import redline_markdown
from gazette.render.redline_print import printed
from gazette.render.redline_text import print_redline
from gazette.render.word.docx import redline_docx

if TYPE_CHECKING:
    from gazette.formats import Options
    from gazette.texts import NamedText


def exported(old: NamedText, new: NamedText, form: Format, options: Options) -> bytes:
    """The redline of two texts as the content of a file.

    Raises:
        UsageError: It is to be a PDF, and there is no Chromium to print it.
    """
    comparison = compare(old.document, new.document)
    names = (old.name, new.name)
    match form:
        case Format.DOCX:
            day = new.version.published if new.version else None
            return redline_docx(comparison, *names, author=options.author, day=day)
        case Format.PDF:
            page = printed(
                comparison, *names, lang=_lang(new), view=options.view, paper=options.paper
            )
            return pdf_of(page)
        case Format.JSON:
            facts = (_facts(old), _facts(new))
            text = diff_json(comparison, *facts, everything=options.view.everything)
        case Format.HTML:
            text = standalone(comparison, *names, lang=_lang(new), view=options.view)
        case Format.MARKDOWN:
            text = redline_markdown(comparison, *names)
        case Format.TEXT:
            stream = io.StringIO()
            console = Console(file=stream, color_system=None, force_terminal=False)
            print_redline(comparison, console, everything=options.view.everything)
            return stream.getvalue().encode()
    return f"{text.rstrip()}\n".encode()


def _lang(text: NamedText) -> str:
    return text.version.lang if text.version else "en"


def _facts(text: NamedText) -> dict[str, str]:
    """What the JSON says of one side."""
    if text.version is None:
        return {"name": text.name}
    return {
        "name": text.name,
        "policy": text.version.policy,
        "version": text.version.number,
        "lang": text.version.lang,
        "path": text.version.path,
    }
