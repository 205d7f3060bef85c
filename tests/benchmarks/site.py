"""What does a whole build cost, by the length of a policy's history?

``python tests/benchmarks/site.py [VERSIONS ...]``: the sample as it is, then made-up histories of
it (as in ``any_two``), each version one commit in a repository of its own. Builds them in turn,
ROUNDS times, each in a process of its own with an empty cache, and prints the least CPU seconds of
each, the same for each version, the ratio of that to the sample's, the pages and their bytes; then
the seconds of a second build, which finds its comparisons in the cache.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

from any_two import history

ROOT = Path(__file__).parents[2]
LENGTHS = (30, 100)
ROUNDS = 2
SETTINGS = """\
site_name: Policies
site_url: https://policies.example.com/
theme: {name: material, font: false}
plugins: [search, {gazette: {today: 2026-03-15}}]
"""
FRONT = """\
---
version: "%s"
status: published
published: %s
effective: %s
summary: Sample revision, made up to be measured.
---
"""


def project(folder: Path, length: int) -> Path:
    """A policy of so many versions in a repository; the sample's for 0."""
    policies = folder / "policy_versions"
    if length:
        policies.joinpath("privacy").mkdir(parents=True)
        policies.joinpath("privacy/policy.yml").write_text("title: Privacy Statement\n")
    else:
        shutil.copytree(ROOT / "policy_versions", policies)
    folder.joinpath("docs").mkdir()
    folder.joinpath("mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    git = ["git", "-c", "user.name=Legal", "-c", "user.email=legal@example.com"]
    subprocess.run([*git, "init", "-q"], cwd=folder, check=True)
    subprocess.run([*git, "add", "-A"], cwd=folder, check=True)
    subprocess.run([*git, "commit", "-q", "-m", "Begin"], cwd=folder, check=True)
    for at, text in enumerate(history(length)):
        day = date(2020, 1, 1) + timedelta(days=at)
        path = policies / f"privacy/{at + 1}.0.md"
        path.write_text(FRONT % (f"{at + 1}.0", day, day) + text, encoding="utf-8")
        subprocess.run([*git, "add", "-A"], cwd=folder, check=True)
        subprocess.run([*git, "commit", "-q", "-m", f"Publish {at + 1}.0"], cwd=folder, check=True)
    return folder


def built(folder: Path, *, anew: bool) -> float:
    """The CPU seconds of one build, git's included."""
    if anew:
        shutil.rmtree(folder / ".cache", ignore_errors=True)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"],
        cwd=folder,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        check=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main(lengths: list[int]) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        projects = {n: project(Path(folder) / str(n), n) for n in (0, *lengths)}
        cold: dict[int, list[float]] = {n: [] for n in projects}
        warm: dict[int, list[float]] = {n: [] for n in projects}
        for _ in range(ROUNDS):
            for length, root in projects.items():
                cold[length].append(built(root, anew=True))
                warm[length].append(built(root, anew=False))
        print(
            f"{'history':>8} {'versions':>8} {'seconds':>8} {'each':>6} {'ratio':>6} {'pages':>6} "
            f"{'megabytes':>9} {'again':>7}"
        )
        sample = 0.0
        for length, root in projects.items():
            versions = len(list((root / "site/privacy/versions").iterdir()))
            each = min(cold[length]) / versions
            sample = sample or each
            files = [path for path in (root / "site").rglob("*") if path.is_file()]
            pages = sum(path.suffix == ".html" for path in files)
            size = sum(path.stat().st_size for path in files) / 2**20
            print(
                f"{length or 'sample':>8} {versions:8} {min(cold[length]):8.1f} {each:6.2f} "
                f"{each / sample:6.2f} {pages:6} {size:9.1f} {min(warm[length]):7.1f}"
            )


if __name__ == "__main__":
    main(list(map(int, sys.argv[1:])) or list(LENGTHS))
