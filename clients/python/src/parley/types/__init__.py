# Generated from proto/parley by make generate. Do not edit.
"""The messages and enums of the contract, one module for each area."""

from parley.types import admin as admin
from parley.types import call as call
from parley.types import chat as chat
from parley.types import directory as directory
from parley.types import identity as identity
from parley.types import policy as policy
from parley.types import shared as shared
