"""Partial updates: what is given is changed, what is None stays."""

from __future__ import annotations

from typing import Any

from google.protobuf.field_mask_pb2 import FieldMask


def given(**values: Any) -> dict[str, Any]:
    """Return the values that are not None."""
    return {name: value for name, value in values.items() if value is not None}


def mask(values: dict[str, Any]) -> FieldMask:
    """Return the mask that names them.

    Raises:
        ValueError: If there is none.

    """
    if not values:
        raise ValueError("nothing to change: give at least one new value")
    return FieldMask(paths=sorted(values))
