"""What does a YAML mapping that legal wrote say, and on which line is it wrong?"""

from __future__ import annotations

import difflib
from datetime import date, datetime
from typing import TYPE_CHECKING, TypeVar, overload

import yaml
from yaml.reader import ReaderError

from gazette.errors import Fault

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from enum import StrEnum
    from pathlib import Path

    ChoiceT = TypeVar("ChoiceT", bound="StrEnum")

_STRING = "tag:yaml.org,2002:str"
_NULL = "tag:yaml.org,2002:null"


class Entries:
    """One YAML mapping, whose values are taken out by key and type.

    What is wrong goes to a list of faults that all mappings of a file share, and the taker gets a
    harmless value instead, so that every fault of a file is found in one go.
    """

    def __init__(
        self, path: Path, node: yaml.MappingNode, faults: list[Fault], *, before: int = 0
    ) -> None:
        """Take a mapping of a file.

        Args:
            path: The file, for the faults.
            node: The mapping, as PyYAML composed it.
            faults: The list that faults are added to.
            before: Lines of the file before the YAML text.
        """
        self._path, self._faults, self._before = path, faults, before
        self._node = node
        self._values: dict[str, tuple[yaml.Node, yaml.Node]] = {}
        self._taken: set[str] = set()
        for key, value in node.value:
            name = str(key.value)
            if name in self._values:
                self.fault(key, f"{name!r} stands twice", "keep one of the two")
            self._values[name] = (key, value)

    @property
    def line(self) -> int:
        """The line of the file that the mapping starts on."""
        return self._line(self._node)

    def line_of(self, key: str) -> int:
        """The line of a key, or of the mapping where the key is absent."""
        return self._line(self._values[key][0]) if key in self._values else self.line

    def fault(self, node: yaml.Node, wrong: str, mend: str) -> None:
        """Add a fault at a node."""
        self._faults.append(Fault(self._path, self._line(node), wrong, mend))

    def fault_on(self, line: int, wrong: str, mend: str) -> None:
        """Add a fault on a line of the file."""
        self._faults.append(Fault(self._path, line, wrong, mend))

    def fault_at(self, key: str, wrong: str, mend: str) -> None:
        """Add a fault at a key, or at the mapping where the key is absent."""
        self._faults.append(Fault(self._path, self.line_of(key), wrong, mend))

    def text(self, key: str, *, required: bool = False) -> str:
        """A string; empty where there is none."""
        node = self._take(key, required=required)
        if node is None:
            return ""
        if not isinstance(node, yaml.ScalarNode) or node.tag != _STRING:
            shown = node.value if isinstance(node, yaml.ScalarNode) else "text"
            self.fault(node, f"{key} is no text", f'put it in quotes: {key}: "{shown}"')
            return ""
        if required and not node.value.strip():
            self.fault(node, f"{key} is empty", f"say it after '{key}:'")
        return str(node.value).strip()

    def day(self, key: str, *, required: bool = False) -> date | None:
        """A date; None where there is none."""
        node = self._take(key, required=required)
        if node is None:
            return None
        value = _constructed(node)
        if not isinstance(value, date) or isinstance(value, datetime):
            self.fault(node, f"{key} is no date", "write it as 2026-03-01, without quotes")
            return None
        return value

    @overload
    def choice(self, key: str, choices: type[ChoiceT]) -> ChoiceT | None: ...
    @overload
    def choice(self, key: str, choices: type[ChoiceT], *, default: ChoiceT) -> ChoiceT: ...
    def choice(
        self, key: str, choices: type[ChoiceT], *, default: ChoiceT | None = None
    ) -> ChoiceT | None:
        """One of a closed set; the default where there is none, required without a default."""
        node = self._take(key, required=default is None)
        if node is None:
            return default
        try:
            return choices(str(node.value))
        except ValueError:
            known = [str(choice) for choice in choices]
            self.fault(node, f"{key} is {node.value!r}", f"write {_one_of(known)}")
            return default

    def flag(self, key: str) -> bool:
        """True or false; false where there is none."""
        node = self._take(key)
        value = False if node is None else _constructed(node)
        if not isinstance(value, bool):
            assert node is not None  # noqa: S101 - no node gives False above
            self.fault(node, f"{key} is neither true nor false", "write true or false")
            return False
        return value

    def count(self, key: str, *, default: int) -> int:
        """A whole number from 1; the default where there is none."""
        node = self._take(key)
        value = default if node is None else _constructed(node)
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            assert node is not None  # noqa: S101 - no node gives the default above
            self.fault(node, f"{key} is no whole number from 1", f"write one, as {key}: {default}")
            return default
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of strings; empty where there is none."""
        node = self._take(key)
        if node is None:
            return ()
        if not isinstance(node, yaml.SequenceNode):
            self.fault(node, f"{key} is no list", f"write it in brackets: {key}: [a, b]")
            return ()
        for item in node.value:
            if item.tag != _STRING:
                shown = repr(item.value) if isinstance(item, yaml.ScalarNode) else "keys or a list"
                self.fault(item, f"{key} holds {shown}, which is no text", "put it in quotes")
        return tuple(str(item.value) for item in node.value if item.tag == _STRING)

    def each(self, key: str) -> Iterator[Entries]:
        """The mappings of a list; none where there is none."""
        node = self._take(key)
        if node is None:
            return
        items = node.value if isinstance(node, yaml.SequenceNode) else [node]
        for item in items:
            if isinstance(item, yaml.MappingNode):
                yield Entries(self._path, item, self._faults, before=self._before)
            else:
                self.fault(item, f"{key} holds no entries", "write each as - {key: value, …}")

    def below(self, key: str) -> Entries | None:
        """The mapping under a key; None where there is none."""
        node = self._take(key)
        if node is None:
            return None
        if not isinstance(node, yaml.MappingNode):
            self.fault(node, f"{key} has no keys of its own", "indent its keys under it")
            return None
        return Entries(self._path, node, self._faults, before=self._before)

    def is_mapping(self, key: str) -> bool:
        """Whether a key holds a mapping."""
        return key in self._values and isinstance(self._values[key][1], yaml.MappingNode)

    def whole(self) -> object:
        """Everything in the mapping as plain Python values; every key counts as taken."""
        self._taken.update(self._values)
        return _constructed(self._node)

    def line_under(self, keys: Iterable[str]) -> int:
        """The line of the deepest of a path of keys that is there."""
        node: yaml.Node = self._node
        line = self.line
        for key in keys:
            pairs = node.value if isinstance(node, yaml.MappingNode) else []
            found = [(name, value) for name, value in pairs if str(name.value) == key]
            if not found:
                break
            line, node = self._line(found[-1][0]), found[-1][1]
        return line

    def __contains__(self, key: str) -> bool:
        """Whether a key is there."""
        return key in self._values

    def refuse_others(self) -> None:
        """Add a fault for each key that nobody took."""
        for name, (key, _) in self._values.items():
            if name not in self._taken:
                near = difflib.get_close_matches(name, self._taken, n=1)
                known = f"write {near[0]!r}" if near else f"take it out, or {self._known()}"
                self.fault(key, f"the key {name!r} is unknown", known)

    def _known(self) -> str:
        return f"use {_one_of(sorted(self._taken))}"

    def _take(self, key: str, *, required: bool = False) -> yaml.Node | None:
        self._taken.add(key)
        node = self._values[key][1] if key in self._values else None
        if node is not None and node.tag == _NULL:
            node = None
        if node is None and required:
            self.fault_at(key, f"{key} is missing", f"add '{key}:'")
        return node

    def _line(self, node: yaml.Node) -> int:
        return int(node.start_mark.line) + 1 + self._before


def composed(path: Path, text: str, faults: list[Fault], *, before: int = 0) -> Entries | None:
    """The mapping that a YAML text is; None, and a fault, where it is none.

    Args:
        path: The file, for the faults.
        text: The YAML text.
        faults: The list that faults are added to.
        before: Lines of the file before the text.
    """
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = (mark.line if mark else 0) + 1 + before
        wrong = f"this is no valid YAML: {error.problem or error.context}"
        mend = "check the indentation, the colons, and that text with ': ' or '#' is in quotes"
        faults.append(Fault(path, line, wrong, mend))
        return None
    except RecursionError:
        wrong = "brackets stand in brackets too many times over"
        faults.append(Fault(path, 1 + before, wrong, "write a list on lines of its own"))
        return None
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1 + before
        wrong = f"this holds the character U+{ord(text[error.position]):04X}, which YAML forbids"
        faults.append(Fault(path, line, wrong, "take it out"))
        return None
    if not isinstance(node, yaml.MappingNode):
        faults.append(Fault(path, 1 + before, "there are no keys", "write lines of 'key: value'"))
        return None
    return Entries(path, node, faults, before=before)


def _constructed(node: yaml.Node) -> object:
    loader = yaml.SafeLoader("")
    try:
        return loader.construct_object(node, deep=True)
    except (ValueError, yaml.YAMLError):  # as of 2026-02-30, which looks like a date
        return None
    finally:
        loader.dispose()


def _one_of(choices: list[str]) -> str:
    return choices[0] if len(choices) == 1 else f"{', '.join(choices[:-1])} or {choices[-1]}"
