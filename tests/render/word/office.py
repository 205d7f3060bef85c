"""Opens documents in LibreOffice, accepts or rejects all changes, and prints what is left as JSON.

Runs under the Python that LibreOffice's own module ``uno`` is installed for, so it imports nothing
of the project. Usage: office.py DIRECTORY (for its profile), and the paths of files on its input.

For each file it prints ``{"accept": [...], "reject": [...]}``. There a paragraph is
``[style, portions]`` and a table's row ``["row", cells]``, where a cell is a list of portions; a
portion is ``[text, emphases, link]``.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import uno  # type: ignore[import-not-found]  # installed beside LibreOffice, not by pip
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]  # as above
from com.sun.star.beans.PropertyState import (  # type: ignore[import-not-found]  # as above
    DIRECT_VALUE,
)
from com.sun.star.connection import NoConnectException  # type: ignore[import-not-found]  # as above

COMMANDS = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges"}
EMPHASES = {"CharWeight": "strong", "CharPosture": "em", "CharFontName": "code"}
PLAIN = {"CharWeight": 100.0, "CharPosture": "NONE", "CharFontName": "Calibri"}


def main(directory: str) -> None:
    pipe = f"gazette{abs(hash(directory)) % 10**9}"
    office = subprocess.Popen(
        [
            "soffice",
            "--headless",
            "--norestore",
            "--nologo",
            f"-env:UserInstallation={Path(directory).as_uri()}",
            f"--accept=pipe,name={pipe};urp;",
        ],
        stdout=subprocess.DEVNULL,
    )
    try:
        context = _connected(pipe)
        manager = context.ServiceManager
        desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        left = [
            {name: _left(desktop, dispatcher, file, command) for name, command in COMMANDS.items()}
            for file in sys.stdin.read().splitlines()
        ]
        sys.stdout.write(json.dumps(left))
        desktop.terminate()
        office.wait(timeout=30)
    finally:
        office.kill()


def _connected(pipe: str) -> object:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    for _ in range(600):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.1)
    raise TimeoutError("LibreOffice does not answer")


def _left(desktop: object, dispatcher: object, file: str, command: str) -> list[object]:
    hidden = PropertyValue()
    hidden.Name, hidden.Value = "Hidden", True
    document = desktop.loadComponentFromURL(Path(file).as_uri(), "_blank", 0, (hidden,))
    dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, ())
    found: list[object] = []
    for block in _each(document.Text):
        if block.supportsService("com.sun.star.text.TextTable"):
            found += _rows(block)
        else:
            found.append([block.ParaStyleName, _portions(block)])
    document.close(True)  # noqa: FBT003 - the name is UNO's own
    return found


def _rows(table: object) -> list[object]:
    rows: dict[str, list[object]] = {}
    for name in table.CellNames:
        paragraphs = _each(table.getCellByName(name))
        cell = [portion for paragraph in paragraphs for portion in _portions(paragraph)]
        rows.setdefault(name.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), []).append(cell)
    return [["row", cells] for cells in rows.values()]


def _portions(paragraph: object) -> list[list[object]]:
    found: list[list[object]] = []
    for portion in _each(paragraph):
        style = [_emphases(portion), portion.HyperLinkURL]
        if found and found[-1][1:] == style:
            found[-1][0] += portion.getString()
        elif portion.getString():
            found.append([portion.getString(), *style])
    return found


def _emphases(portion: object) -> list[str]:
    states = zip(EMPHASES, portion.getPropertyStates(tuple(EMPHASES)), strict=True)
    own = [name for name, state in states if state == DIRECT_VALUE]
    values = [portion.getPropertyValue(name) for name in own]
    return [
        EMPHASES[name]
        for name, value in zip(own, values, strict=True)
        if getattr(value, "value", value) != PLAIN[name]
    ]


def _each(container: object) -> list[object]:
    found = []
    elements = container.createEnumeration()
    while elements.hasMoreElements():
        found.append(elements.nextElement())
    return found


main(sys.argv[1])
