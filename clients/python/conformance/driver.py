"""The driver of the Python client; clients/conformance/PROTOCOL.md says what it does.

It uses the surface for asyncio, or with PARLEY_SURFACE=blocking the one for threads.
"""

from __future__ import annotations

import asyncio
import base64
import inspect
import json
import os
import re
import sys
import time
from pathlib import Path

from google.protobuf.json_format import MessageToDict, ParseDict

import parley
from parley.types.chat import SendMessageRequest, TypingNotification
from parley.types.identity import AccessToken

BLOCKING = os.environ.get("PARLEY_SURFACE") == "blocking"
END = {"end": True}

SERVICES = {
    "chat": (parley.methods.ChatService, "chat"),
    "call": (parley.methods.CallService, "calls"),
    "policy": (parley.methods.PolicyService, "policy"),
    "identity": (parley.methods.IdentityService, "identity"),
    "directory": (parley.methods.DirectoryService, "directory"),
    "admin": (parley.methods.AdminService, "admin"),
}

TYPES = [
    (parley.CursorExpiredError, "cursor_expired"),
    (parley.AccessLostError, "access_lost"),
    (parley.NotFoundError, "not_found"),
    (parley.PermissionDeniedError, "permission_denied"),
    (parley.UnauthenticatedError, "unauthenticated"),
    (parley.InvalidArgumentError, "invalid_argument"),
    (parley.AlreadyExistsError, "already_exists"),
    (parley.FailedPreconditionError, "failed_precondition"),
    (parley.AbortedError, "aborted"),
    (parley.ResourceExhaustedError, "resource_exhausted"),
    (parley.OutOfRangeError, "out_of_range"),
    (parley.UnavailableError, "unavailable"),
    (parley.DeadlineExceededError, "deadline_exceeded"),
    (parley.CancelledError, "cancelled"),
    (parley.UnimplementedError, "unimplemented"),
    (parley.InternalError, "internal"),
    (parley.ParleyError, "unknown"),
]

KINDS = {
    parley.CommunicationUser: "communication_user",
    parley.TeamsUser: "teams_user",
    parley.TeamsVoiceApplication: "teams_voice_application",
    parley.PhoneNumber: "phone_number",
    parley.UnknownIdentifier: "unknown",
}


async def use(method, *arguments, **options):
    """Call a method of the layer, in a thread where it blocks."""
    if BLOCKING:
        return await asyncio.to_thread(method, *arguments, **options)
    result = method(*arguments, **options)
    return await result if inspect.isawaitable(result) else result


def snake(name):
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def method_of(name):
    service, rpc = name.split(".")
    return getattr(SERVICES[service][0], snake(rpc).upper())


def message_of(kind, body):
    return ParseDict(body or {}, kind())


def body_of(message):
    return MessageToDict(message)


def fields_of(message):
    """Return the fields of a request as the arguments of the layer's method, which have the same names."""
    return {field.name: value for field, value in message.ListFields()}


def seconds_of(operation):
    return {"timeout": operation["timeout_ms"] / 1000} if "timeout_ms" in operation else {}


def text_of(cursor):
    return base64.b64encode(cursor or b"").decode()


class Driver:
    def __init__(self):
        self.loop = asyncio.get_running_loop()
        self.clients = {}
        self.streams = {}
        self.ringing = {}
        self.senders = {}
        self.open = {}
        self.asked = {}

    async def run(self):
        reader = asyncio.StreamReader(limit=1 << 28)
        await self.loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
        while line := await reader.readline():
            operation = json.loads(line)
            self.open[operation["id"]] = self.loop.create_task(self.answer(operation))
        for client in self.clients.values():
            await use(client.close)

    async def answer(self, operation):
        try:
            handler = getattr(self, "op_" + operation["op"], None)
            if handler is None:
                raise LookupError(f"there is no operation {operation['op']}")
            say({"id": operation["id"], "result": await handler(operation)})
        except asyncio.CancelledError:
            cancelled = {"code": "CANCELLED", "message": "the application cancelled it", "type": "cancelled"}
            say({"id": operation["id"], "error": cancelled})
        except Exception as error:
            say({"id": operation["id"], "error": error_of(error, operation["op"])})
        finally:
            del self.open[operation["id"]]

    async def op_hello(self, _operation):
        return {"language": "python", "version": parley.__version__, "encoding": "json"}

    async def op_connect(self, operation):
        credential = operation.get("credential") or {}
        source = credential.get("key") or credential.get("token") or ""
        if credential.get("provider"):
            source = self.provider(operation["handle"])
        options = operation.get("options") or {}
        arguments = {}
        if "timeout_ms" in options:
            arguments["timeout"] = options["timeout_ms"] / 1000
        if "max_attempts" in options:
            arguments["retry"] = parley.Retry(attempts=options["max_attempts"])
        if operation.get("ca_file"):
            arguments["tls"] = parley.Tls(root_certificates=Path(operation["ca_file"]).read_bytes())
        elif "transport" in operation:
            arguments["tls"] = operation["transport"] == "tls"
        make = parley.Client if BLOCKING else parley.aio.Client
        self.clients[operation["handle"]] = make(operation["address"], source, **arguments)
        return {}

    def provider(self, connection):
        async def provide():
            number = len(self.asked) + 1
            self.asked[number] = self.loop.create_future()
            say({"ask": number, "connection": connection})
            given = await self.asked[number]
            if "failure" in given:
                raise RuntimeError(given["failure"])
            if "expires_in_ms" not in given:
                return given["token"]
            token = AccessToken(token=given["token"])
            token.expire_time.FromMicroseconds(int(time.time() * 1e6) + given["expires_in_ms"] * 1000)
            return token

        return (lambda: asyncio.run_coroutine_threadsafe(provide(), self.loop).result()) if BLOCKING else provide

    async def op_provide_token(self, operation):
        self.asked[operation["ask"]].set_result(operation)
        return {}

    async def op_as_user(self, operation):
        self.clients[operation["handle"]] = self.clients[operation["connection"]].as_user(operation["user"])
        return {}

    async def op_set_token(self, operation):
        self.clients[operation["connection"]].use_credential(operation["token"])
        return {}

    async def op_close(self, operation):
        await use(self.clients.pop(operation["connection"]).close)
        return {}

    async def op_call(self, operation):
        client, method = self.clients[operation["connection"]], method_of(operation["method"])
        if "requests" in operation:
            requests = [message_of(method.request, body) for body in operation["requests"]]
            users = [user for request in requests for user in request.users]
            tenant_id = requests[0].tenant_id if requests else ""
            timeout = seconds_of(operation)
            answer = await use(client.directory.import_tenant_users, users, tenant_id=tenant_id, **timeout)
        else:
            request = message_of(method.request, operation.get("request"))
            answer = await use(client.unary, method, request, **seconds_of(operation))
        return {"response": body_of(answer)}

    async def op_list(self, operation):
        service, rpc = operation["method"].split(".")
        methods = getattr(self.clients[operation["connection"]], SERVICES[service][1])
        request = message_of(method_of(operation["method"]).request, operation.get("request"))
        pages = getattr(methods, snake(rpc))(**fields_of(request))
        limit = operation.get("limit") or float("inf")
        items = await asyncio.to_thread(first, pages, limit) if BLOCKING else [i async for i in first_of(pages, limit)]
        return {"items": [item if isinstance(item, str) else body_of(item) for item in items]}

    async def op_follow(self, operation):
        service = operation["service"]
        owner = getattr(self.clients[operation["connection"]], SERVICES[service][1])
        method = parley.methods.PolicyService.WATCH_POLICY if service == "policy" else method_of(service + ".Subscribe")
        arguments = fields_of(message_of(method.request, operation.get("request")))
        if "cursor" in arguments:
            arguments["start"] = arguments.pop("cursor")
        if "start_position" in arguments:
            arguments["start"] = parley.Start(arguments.pop("start_position") or parley.Start.NOW.value)
        if "heartbeat_interval" in arguments:
            arguments["heartbeat_interval"] = arguments["heartbeat_interval"].ToTimedelta()
        if service == "chat":
            arguments["typing"] = True
        self.streams[operation["handle"]] = (owner.watch if service == "policy" else owner.follow)(**arguments)
        return {}

    async def op_next(self, operation):
        stream = self.streams[operation["stream"]]
        event = await asyncio.to_thread(next, stream, None) if BLOCKING else await anext(stream, None)
        if event is None:
            return END
        if isinstance(event, TypingNotification):
            return {"typing": body_of(event)}
        cursor = text_of(stream.cursor)
        if isinstance(stream, (parley.CallFollow, parley.aio.CallFollow)):
            call = await use(stream.incoming_call, event)
            if call is not None:
                self.ringing[operation["stream"], call.call_id] = call
        return {"event": body_of(event), "cursor": cursor}

    async def op_cursor(self, operation):
        return {"cursor": text_of(self.streams[operation["stream"]].cursor)}

    async def op_call_action(self, operation):
        call = self.ringing[operation["stream"], operation["call_id"]]
        body = operation.get("request") or {}
        request = {
            "answer": parley.types.call.AnswerCallRequest,
            "reject": parley.types.call.RejectCallRequest,
            "signal": parley.types.call.SendSignalRequest,
            "hang_up": parley.types.call.HangUpRequest,
        }[operation["action"]]
        arguments = fields_of(message_of(request, body))
        if "reject_reason" in arguments:
            arguments["reason"] = arguments.pop("reject_reason")
        if "scope" in arguments:
            arguments["everyone"] = arguments.pop("scope") == parley.types.call.HangUpScope.HANG_UP_SCOPE_EVERYONE
        return {"response": body_of(await use(getattr(call, operation["action"]), **arguments))}

    async def op_close_stream(self, operation):
        await use(self.streams[operation["stream"]].close)
        return {}

    async def op_open_sender(self, operation):
        window = {"window": operation["window"]} if operation.get("window") else {}
        chat = self.clients[operation["connection"]].chat
        self.senders[operation["handle"]] = (chat.sender(**window), asyncio.Lock())
        return {}

    async def op_send(self, operation):
        sender, turn = self.senders[operation["sender"]]
        request = message_of(SendMessageRequest, operation.get("request"))
        async with turn:
            future = await use(sender.send_request, request)
        return {"response": body_of(await (asyncio.wrap_future(future) if BLOCKING else future))}

    async def op_close_sender(self, operation):
        sender, turn = self.senders[operation["sender"]]
        async with turn:
            await use(sender.close)
        return {}

    async def op_cancel(self, operation):
        if task := self.open.get(operation["target"]):
            task.cancel()
        return {}

    async def op_parse_identifier(self, operation):
        identifier = parley.parse(operation["raw_id"])
        fields = {"kind": KINDS[type(identifier)], "raw_id": identifier.raw_id}
        for name in ("resource_id", "user_id", "app_id", "value", "is_anonymous"):
            if hasattr(identifier, name):
                fields[name] = getattr(identifier, name)
        if hasattr(identifier, "cloud"):
            fields["cloud"] = identifier.cloud.value
        return fields


def first(pages, limit):
    items = []
    for item in pages:
        items.append(item)
        if len(items) >= limit:
            break
    return items


async def first_of(pages, limit):
    count = 0
    async for item in pages:
        yield item
        count += 1
        if count >= limit:
            return


def error_of(error, operation):
    if isinstance(error, parley.InvalidIdentifierError) and operation == "parse_identifier":
        kind = "invalid_identifier"
    elif isinstance(error, parley.ParleyError):
        kind = next(name for cls, name in TYPES if isinstance(error, cls))
    else:
        return {"code": "UNKNOWN", "message": f"{type(error).__name__}: {error}", "type": "protocol"}
    return {
        "code": error.code.name,
        "reason": error.reason,
        "message": error.message,
        "metadata": error.metadata,
        "violations": [{"field": v.field, "description": v.description} for v in error.violations],
        **({} if error.retry_delay is None else {"retry_delay_ms": round(error.retry_delay * 1000)}),
        "type": kind,
    }


def say(message):
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


async def main():
    await Driver().run()


if __name__ == "__main__":
    asyncio.run(main())
