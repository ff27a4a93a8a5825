# Generated from parley/aio/__init__.py by make generate. Do not edit.
"""The surface for threads.

>>> client = parley.Client(address, key)
>>> user = (client.identity.create_user(display_name="Anna")).user
>>> anna = client.as_user(user.identifier)
>>> created = anna.chat.create_thread("Roof")
>>> sent = anna.chat.send_message(created.thread.thread_id, "The roof leaks.")
>>> sent.sequence_id  # the first two tell who came and what it is about
3
>>> client.close()
"""

from parley.blocking.admin import Admin
from parley.blocking.calls import Calls
from parley.blocking.chat import Chat
from parley.blocking.client import Client
from parley.blocking.directory import Directory
from parley.blocking.follow import Follow
from parley.blocking.identity import Identity
from parley.blocking.pages import Page, Pages
from parley.blocking.policy import Policy
from parley.blocking.ringing import CallFollow, CallSide, IncomingCall, IncomingCalls
from parley.blocking.sender import Sender

__all__ = [
    "Admin",
    "CallFollow",
    "CallSide",
    "Calls",
    "Chat",
    "Client",
    "Directory",
    "Follow",
    "Identity",
    "IncomingCall",
    "IncomingCalls",
    "Page",
    "Pages",
    "Policy",
    "Sender",
]
