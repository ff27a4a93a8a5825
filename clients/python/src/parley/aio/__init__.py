"""The asyncio surface: the same names and methods as in `parley`, to be awaited.

>>> client = parley.aio.Client(address, key)
>>> user = (await client.identity.create_user(display_name="Anna")).user
>>> anna = client.as_user(user.identifier)
>>> created = await anna.chat.create_thread("Roof")
>>> sent = await anna.chat.send_message(created.thread.thread_id, "The roof leaks.")
>>> sent.sequence_id  # the first two tell who came and what it is about
3
>>> await client.close()
"""

from parley.aio.admin import Admin
from parley.aio.calls import Calls
from parley.aio.chat import Chat
from parley.aio.client import Client
from parley.aio.directory import Directory
from parley.aio.follow import Follow
from parley.aio.identity import Identity
from parley.aio.pages import Page, Pages
from parley.aio.policy import Policy
from parley.aio.ringing import CallFollow, CallSide, IncomingCall, IncomingCalls
from parley.aio.sender import Sender

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
