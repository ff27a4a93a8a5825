# Generated from proto/parley by make generate. Do not edit.
"""Generated from the contract; `parley.types` has the public names."""
