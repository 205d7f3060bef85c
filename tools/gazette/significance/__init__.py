"""What a change means: findings in the categories that the policy itself calls significant."""

from gazette.significance.assess import assess
from gazette.significance.taxonomy import default_taxonomy
from gazette.significance.unit import assess_unit

__all__ = ["assess", "assess_unit", "default_taxonomy"]
