"""Which values does a YAML text hold, and on which line is it no YAML?"""

from __future__ import annotations

import yaml
from yaml.reader import ReaderError


class YamlError(Exception):
    """A text is no YAML that can be read."""

    def __init__(self, line: int, wrong: str, mend: str) -> None:
        """Keep the line, counted from 1, what is wrong there, and how to mend it."""
        super().__init__(f"{line}: {wrong}; {mend}")
        self.line, self.wrong, self.mend = line, wrong, mend


def read_yaml(text: str) -> yaml.Node | None:
    """The text's root, with the place of every value; None where there is no value.

    Raises:
        YamlError: The text is no YAML, or nests too deeply, or has aliases.
    """
    try:
        return yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        wrong = f"this is no valid YAML: {error.problem or error.context}"
        mend = "check the indentation, the colons, and that text with ': ' or '#' is in quotes"
        raise YamlError((mark.line if mark else 0) + 1, wrong, mend) from error
    except RecursionError as error:
        wrong = "brackets stand in brackets too many times over"
        raise YamlError(1, wrong, "write a list on lines of its own") from error
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        wrong = f"this holds the character U+{ord(text[error.position]):04X}, which YAML forbids"
        raise YamlError(line, wrong, "take it out") from error
    except _AliasError as error:
        raise YamlError(error.line, str(error), "write the text itself in its place") from error


class _AliasError(Exception):
    """A value stands elsewhere."""

    def __init__(self, mark: yaml.Mark) -> None:
        super().__init__("an alias stands for a value written elsewhere, which is not read here")
        self.line = mark.line + 1


class _Loader(yaml.SafeLoader):
    """Reads YAML in which every value stands where it is used.

    With aliases a short file can stand for gigabytes, or for itself; legal needs none.
    """

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """Compose the next node, unless it is an alias."""
        if self.check_event(yaml.AliasEvent):
            raise _AliasError(self.peek_event().start_mark)  # type: ignore[no-untyped-call]
        return super().compose_node(parent, index)
