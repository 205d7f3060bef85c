"""The values that Gazette hands from step to step, and nothing that reads or writes.

One module for each step of the flow; whoever needs a value imports it from here.
"""

from gazette.model.assessments import (
    Assessment,
    Category,
    ConsentTrigger,
    Finding,
    Kind,
    Level,
    Side,
    Span,
    Taxonomy,
    UnitAssessment,
)
from gazette.model.comparisons import Change, ChangeKind, Comparison, Op, Run
from gazette.model.decisions import Decision, Dismissal, RiskAssessment, Settlement
from gazette.model.documents import Clause, ClauseKind, Document
from gazette.model.notices import Notice, NoticeChange
from gazette.model.problems import Problem
from gazette.model.versions import Commit, Policy, Provenance, State, Status, Version

__all__ = [
    "Assessment",
    "Category",
    "Change",
    "ChangeKind",
    "Clause",
    "ClauseKind",
    "Commit",
    "Comparison",
    "ConsentTrigger",
    "Decision",
    "Dismissal",
    "Document",
    "Finding",
    "Kind",
    "Level",
    "Notice",
    "NoticeChange",
    "Op",
    "Policy",
    "Problem",
    "Provenance",
    "RiskAssessment",
    "Run",
    "Settlement",
    "Side",
    "Span",
    "State",
    "Status",
    "Taxonomy",
    "UnitAssessment",
    "Version",
]
