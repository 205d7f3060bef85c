"""What does a YAML mapping that legal wrote say, and on which line is it wrong?"""

from __future__ import annotations

import difflib
import re
from datetime import date
from typing import TYPE_CHECKING, TypeVar, overload

import yaml

from gazette.errors import Fault
from gazette.yaml_text import YamlError, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from enum import StrEnum
    from pathlib import Path

    ChoiceT = TypeVar("ChoiceT", bound="StrEnum")

_STRING = "tag:yaml.org,2002:str"
_NULL = "tag:yaml.org,2002:null"
_DATE = "tag:yaml.org,2002:timestamp"
# Escapes in quotes ("\\ud800", "\\0") can name what no page, feed or terminal can hold.
_UNSAYABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_LONGEST = 60


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
            if not isinstance(key, yaml.ScalarNode):
                self.fault(key, "a key is no text", "write lines of 'key: value'")
                continue
            name = str(key.value)
            if name in self._values:
                self.fault(key, f"{_shown(key)} stands twice", "keep one of the two")
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
        unsayable = _UNSAYABLE.search(node.value)
        if unsayable:
            wrong = f"{key} holds the character U+{ord(unsayable[0]):04X}, which cannot be shown"
            self.fault(node, wrong, "take it out")
            return ""
        if required and not node.value.strip():
            self.fault(node, f"{key} is empty", f"say it after '{key}:'")
        return str(node.value).strip()

    def day(self, key: str, *, required: bool = False) -> date | None:
        """A date; None where there is none."""
        node = self._take(key, required=required)
        if node is None:
            return None
        try:
            if node.tag == _DATE:
                return date.fromisoformat(str(node.value))
        except ValueError:  # as of 2026-02-30, or of a time of day
            pass
        self.fault(node, f"{key} is no date", "write it as 2026-03-01, without quotes")
        return None

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
        known = [str(choice) for choice in choices]
        if isinstance(node, yaml.ScalarNode) and node.value in known:
            return choices(node.value)
        self.fault(node, f"{key} is {_shown(node)}", f"write {_one_of(known)}")
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
                wrong = f"{key} holds {_shown(item)}, which is no text"
                self.fault(item, wrong, "put it in quotes")
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
        for node in _mappings_below(self._node):
            Entries(
                self._path, node, self._faults, before=self._before
            )  # finds keys that are faulty
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
                self.fault(key, f"the key {_shown(key)} is unknown", known)

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
        node = read_yaml(text)
    except YamlError as error:
        faults.append(Fault(path, error.line + before, error.wrong, error.mend))
        return None
    if not isinstance(node, yaml.MappingNode):
        faults.append(Fault(path, 1 + before, "there are no keys", "write lines of 'key: value'"))
        return None
    return Entries(path, node, faults, before=before)


def _constructed(node: yaml.Node) -> object:
    loader = yaml.SafeLoader("")
    try:
        return loader.construct_object(node, deep=True)
    except (ValueError, LookupError, yaml.YAMLError):  # as of `!!bool perhaps`
        return None
    finally:
        loader.dispose()


def _mappings_below(node: yaml.Node) -> Iterator[yaml.MappingNode]:
    nodes: list[yaml.Node] = []
    if isinstance(node, yaml.MappingNode):
        nodes = [value for _, value in node.value]
    elif isinstance(node, yaml.SequenceNode):
        nodes = node.value
    for one in nodes:
        if isinstance(one, yaml.MappingNode):
            yield one
        yield from _mappings_below(one)


def _shown(node: yaml.Node) -> str:
    """A value as a message quotes it."""
    if not isinstance(node, yaml.ScalarNode):
        return "keys or a list"
    return repr(node.value if len(node.value) <= _LONGEST else f"{node.value[:_LONGEST]}…")


def _one_of(choices: list[str]) -> str:
    return choices[0] if len(choices) == 1 else f"{', '.join(choices[:-1])} or {choices[-1]}"
