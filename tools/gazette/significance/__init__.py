"""What a change means: findings in the categories that the policy itself calls significant."""

from gazette.significance.assess import assess
from gazette.significance.taxonomy import default_taxonomy
from gazette.significance.units import Unit, assess_unit, assess_units

__all__ = ["Unit", "assess", "assess_unit", "assess_units", "default_taxonomy"]
