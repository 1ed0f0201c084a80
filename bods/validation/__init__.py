"""Is this BODS? Every fault found in one pass, each with its place and what to do, in plain words."""

from bods.validation.fault import Fault, faults, faults_in
from bods.validation.schema import organisation_schemes

__all__ = ["Fault", "faults", "faults_in", "organisation_schemes"]
