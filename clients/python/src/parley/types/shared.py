# Generated from proto/parley by make generate. Do not edit.
"""Messages and enums of the area `shared`."""

from parley._gen.type.v1.authorization_pb2 import CallerKind as CallerKind
from parley._gen.type.v1.authorization_pb2 import Scope as Scope
from parley._gen.type.v1.commit_pb2 import Commit as Commit
from parley._gen.type.v1.commit_pb2 import Durability as Durability
from parley._gen.type.v1.identifier_pb2 import Cloud as Cloud
from parley._gen.type.v1.identifier_pb2 import CommunicationIdentifier as CommunicationIdentifier
from parley._gen.type.v1.identifier_pb2 import CommunicationUser as CommunicationUser
from parley._gen.type.v1.identifier_pb2 import PhoneNumber as PhoneNumber
from parley._gen.type.v1.identifier_pb2 import TeamsUser as TeamsUser
from parley._gen.type.v1.identifier_pb2 import TeamsVoiceApplication as TeamsVoiceApplication
from parley._gen.type.v1.stream_pb2 import Heartbeat as Heartbeat
from parley._gen.type.v1.stream_pb2 import StartPosition as StartPosition
