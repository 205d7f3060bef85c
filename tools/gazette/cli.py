"""The `gazette` command: a thin edge that translates, calls and reports.

What shows a redline takes a tenth of a second to import (Rich, Jinja, Markdown). So the commands
that show one import it, and the others start without it.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from gazette import __version__, units
from gazette.check import problems
from gazette.comparison import compare
from gazette.errors import FaultyInputError, GazetteError, UsageError
from gazette.formats import Format, Options
from gazette.library import read_library
from gazette.model import Problem
from gazette.render import report
from gazette.render.assessment_json import assessment_json
from gazette.render.evaluation_text import evaluation_text
from gazette.render.view import Layout, Paper, View
from gazette.revisions import predecessor, revision
from gazette.significance import assess, default_taxonomy
from gazette.significance.evaluation import evaluate
from gazette.significance.signoff import decision_block
from gazette.significance.taxonomy import NAMES, named_taxonomy
from gazette.texts import NamedText, file_text, is_version_name, version_text
from gazette.written import write_whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazette.model import Assessment, Comparison, Policy, Taxonomy

REPORTS = {
    "text": report.as_text,
    "json": report.as_json,
    "github": report.as_github,
    "sarif": report.as_sarif,
}


class _Commands(click.Group):
    """A group whose commands say what is wrong on standard error, never as a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command, and exit as its error says."""
        try:
            return super().invoke(ctx)
        except GazetteError as error:
            click.echo(str(error), err=True)
            ctx.exit(error.exit_code)


class _Chosen(TypedDict):
    """The options of ``diff`` that say how a redline is handed out."""

    everything: bool
    layout: str
    paper: str
    author: str


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="gazette")
@click.option(
    "--versions",
    type=click.Path(path_type=Path),
    default=Path("policy_versions"),
    envvar="GAZETTE_VERSIONS",
    show_default=True,
    help="The directory that holds a directory for each policy.",
)
@click.pass_context
def main(ctx: click.Context, versions: Path) -> None:
    """Compare, assess and check the versions of legal policies.

    OLD and NEW name a version, as privacy@1.0, or any Markdown file.
    """
    ctx.obj = versions


@main.command()
@click.argument("old")
@click.argument("new")
@click.option(
    "--format",
    "form",
    type=click.Choice([one.value for one in Format]),
    default=Format.TEXT.value,
    show_default=True,
    help="docx has real tracked changes; markdown fits a comment on a pull request.",
)
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="Give the unchanged clauses in full too; in text also the markup that changed.",
)
@click.option(
    "--layout",
    type=click.Choice([one.value for one in Layout]),
    default=Layout.INLINE.value,
    show_default=True,
    help="How html and pdf show the two texts.",
)
@click.option(
    "--paper",
    type=click.Choice([one.value for one in Paper]),
    default=Paper.A4.value,
    show_default=True,
    help="The sheets of a pdf.",
)
@click.option(
    "--author", default="Gazette", show_default=True, help="Whose the changes of a docx are."
)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    help="Write to this file, whole or not at all, instead of the terminal.",
)
@click.pass_obj
def diff(
    versions: Path, /, old: str, new: str, form: str, output: Path | None, **chosen: Unpack[_Chosen]
) -> None:
    """Show what changed from OLD to NEW, clause by clause and word by word."""
    from rich.console import Console  # noqa: PLC0415 - see above

    from gazette.exports import exported  # noqa: PLC0415
    from gazette.render.redline_text import print_redline  # noqa: PLC0415

    kind = Format(form)
    if kind.is_binary and output is None and sys.stdout.isatty():
        raise UsageError(f"{kind} is nothing for a terminal; add --output redline.{kind}")
    before, after = _texts(versions, old, new)
    options = Options(
        View(Layout(chosen["layout"]), chosen["everything"]),
        Paper(chosen["paper"]),
        chosen["author"],
    )
    if output is not None:
        write_whole(output, exported(before, after, kind, options))
    elif kind is Format.TEXT:
        with click.open_file("-", "w", encoding="utf-8") as stream:
            comparison = compare(before.document, after.document)
            print_redline(comparison, Console(file=stream), everything=options.view.everything)
    else:
        click.echo(exported(before, after, kind, options), nl=False)


@main.command(name="assess")
@click.argument("names", nargs=-1, metavar="[OLD] [NEW]")
@click.option(
    "--units",
    "unit_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Assess changed paragraphs: lines of JSON with id, before and after.",
)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@click.option(
    "--taxonomy",
    type=click.Choice(NAMES),
    help="The categories for files and units; a version has its policy's.",
)
@click.pass_obj
def assess_command(
    versions: Path, names: tuple[str, ...], unit_file: Path | None, form: str, taxonomy: str | None
) -> None:
    """Say what the changes mean: findings, the words they rest on, the decision to paste.

    With one name, a version is held against the one that it revises; with two, NEW against OLD.
    With --units, every line of the file is answered by a line of JSON, in order.
    """
    chosen = named_taxonomy(taxonomy) if taxonomy else default_taxonomy()
    if unit_file is not None and not names:
        for line in units.answers(unit_file, chosen):
            click.echo(line)
    elif unit_file is None and len(names) == 1 and is_version_name(names[0]):
        _assess_version(read_library(versions), names[0], form)
    elif unit_file is None and len(names) == 2:  # noqa: PLR2004 - OLD and NEW
        _assess_pair(versions, names, form, named_taxonomy(taxonomy) if taxonomy else None)
    else:
        raise UsageError("name one version (as privacy@2.0), or OLD and NEW, or --units FILE")


def _assess_version(policies: Sequence[Policy], name: str, form: str) -> None:
    text = version_text(name, policies)
    policy, version = text.policy, text.version
    assert policy is not None  # noqa: S101 - version_text names both
    assert version is not None  # noqa: S101
    old = predecessor(policy, version)
    if old is None:
        raise UsageError(f"{name} is the first version: it revises nothing")
    step = revision(policy, old, version)
    if form == "json":
        click.echo(assessment_json(step.assessment))
        return
    _print_assessment(step.comparison, step.assessment, policy.taxonomy)
    if version.lang == policy.languages[0]:
        click.echo(decision_block(version, step.comparison, step.assessment), nl=False)
    else:
        original = f"{policy.key}@{version.number}"
        click.echo(f"The decision is made for the original: gazette assess {original}")


def _assess_pair(
    versions: Path, names: tuple[str, ...], form: str, taxonomy: Taxonomy | None
) -> None:
    before, after = _texts(versions, *names)
    comparison = compare(before.document, after.document)
    policy = after.policy or before.policy
    chosen = taxonomy or (policy.taxonomy if policy else default_taxonomy())
    assessment = assess(comparison, chosen)
    if form == "json":
        click.echo(assessment_json(assessment))
    else:
        _print_assessment(comparison, assessment, chosen)


def _print_assessment(comparison: Comparison, assessment: Assessment, taxonomy: Taxonomy) -> None:
    from rich.console import Console  # noqa: PLC0415 - see above

    from gazette.render.assessment_text import print_assessment  # noqa: PLC0415

    print_assessment(comparison, assessment, taxonomy, Console(soft_wrap=True))


@main.command()
@click.argument("policy", required=False)
@click.option(
    "--format", "form", type=click.Choice(list(REPORTS)), default="text", show_default=True
)
@click.option("--drafts", is_flag=True, help="Check drafts too, as before publishing them.")
@click.pass_context
def check(ctx: click.Context, policy: str | None, form: str, *, drafts: bool) -> None:
    """Hold legal's decisions against what was found; exit 1 if anything is undecided.

    Without POLICY, every policy is checked.
    """
    if not ctx.obj.is_dir():
        raise UsageError(f"{ctx.obj}: there is no such directory; name it with --versions")
    try:
        policies = read_library(ctx.obj)
    except FaultyInputError as error:
        found = [
            Problem(fault.path.as_posix(), fault.line, "file-faulty", fault.wrong, fault.mend)
            for fault in error.faults
        ]
    else:
        if policy and policy not in (known.key for known in policies):
            names = ", ".join(known.key for known in policies)
            raise UsageError(f"there is no policy {policy!r}; there are: {names}")
        chosen = [known for known in policies if policy in (None, known.key)]
        found = [
            replace(problem, path=(ctx.obj.parent / problem.path).as_posix())
            for problem in problems(chosen, drafts=drafts)
        ]
    text = REPORTS[form](found)
    if text:
        click.echo(text)
    if form == "text" and not found:
        click.echo("All is decided.")
    ctx.exit(1 if found else 0)


@main.command(name="evaluate")
@click.argument("labels", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--taxonomy", type=click.Choice(NAMES), default="default", show_default=True)
def evaluate_command(labels: Path, taxonomy: str) -> None:
    """Hold the assessment against LABELS, a file of paragraphs that people have labelled.

    Each line is JSON with id, before, after, kind, categories, limits_rights, and where known
    revision and sure.
    """
    chosen = named_taxonomy(taxonomy)
    rows = units.labelled(labels, chosen)
    click.echo(evaluation_text(evaluate(rows, [category.key for category in chosen.categories])))


def _texts(versions: Path, *names: str) -> tuple[NamedText, ...]:
    """The texts of that name; legal's directory is read only where a version is named."""
    policies = read_library(versions) if any(map(is_version_name, names)) else ()
    return tuple(
        version_text(name, policies) if is_version_name(name) else file_text(Path(name))
        for name in names
    )
