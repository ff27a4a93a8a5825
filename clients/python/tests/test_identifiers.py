from __future__ import annotations

import json

import pytest
from broker import REPOSITORY

import parley

VECTORS = json.loads((REPOSITORY / "clients" / "conformance" / "testdata" / "identifiers.json").read_text("utf-8"))

KINDS = {
    "communication_user": parley.CommunicationUser,
    "teams_user": parley.TeamsUser,
    "teams_voice_application": parley.TeamsVoiceApplication,
    "phone_number": parley.PhoneNumber,
}


@pytest.mark.parametrize("vector", VECTORS["valid"], ids=lambda vector: vector["name"])
def test_valid(vector):
    identifier = parley.parse(vector["raw_id"])
    assert type(identifier) is KINDS[vector["kind"]]
    assert identifier.raw_id == vector.get("printed", vector["raw_id"])
    for name in {"resource_id", "user_id", "app_id", "value", "is_anonymous"} & vector.keys():
        assert getattr(identifier, name) == vector[name]
    if "cloud" in vector:
        assert identifier.cloud.value == vector["cloud"]
    assert parley.identify(identifier.message()) == identifier


@pytest.mark.parametrize("vector", VECTORS["unknown"], ids=lambda vector: vector["name"])
def test_unknown(vector):
    assert parley.parse(vector["raw_id"]) == parley.UnknownIdentifier(vector["raw_id"])


@pytest.mark.parametrize("vector", VECTORS["malformed"], ids=lambda vector: vector["name"])
def test_malformed(vector):
    with pytest.raises(parley.InvalidIdentifierError):
        parley.parse(vector["raw_id"])


def test_usable_as_keys():
    user = "8:orgid:ABCDEF01-1111-4111-8111-111111111111"
    assert {parley.parse(user): 1}[parley.parse(user.lower().replace("8:ORGID", "8:orgid"))] == 1
