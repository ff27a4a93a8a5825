"""A server that misbehaves as a test wants it, for faults that a real broker does not have at hand."""

from __future__ import annotations

import contextlib
from concurrent import futures

import grpc
from google.protobuf.any_pb2 import Any
from google.protobuf.duration_pb2 import Duration
from google.rpc import error_details_pb2, status_pb2
from grpc import StatusCode

METHODS = {
    method.path: method
    for service in __import__("parley").methods.__all__
    for method in vars(getattr(__import__("parley").methods, service)).values()
    if hasattr(method, "path")
}
STREAMS = {"Subscribe", "WatchPolicy"}


class FaultError(Exception):
    """What the server answers instead of a message."""

    def __init__(self, code: StatusCode, reason: str = "", message: str = "no", retry: float | None = None, **metadata):
        super().__init__(message)
        self.code, self.message = code, message
        self.status = status_pb2.Status(code=code.value[0], message=message)
        if reason:
            self._detail(error_details_pb2.ErrorInfo(reason=reason, domain="parley", metadata=metadata))
        if retry is not None:
            delay = Duration()
            delay.FromMicroseconds(int(retry * 1e6))
            self._detail(error_details_pb2.RetryInfo(retry_delay=delay))

    def _detail(self, message):
        detail = Any()
        detail.Pack(message)
        self.status.details.append(detail)


class Faulty(grpc.GenericRpcHandler):
    """Answers each call by the next step of its script: a message, a `FaultError`, bytes, or a function of the context.

    The last step is repeated. `seen` has the request and the metadata of every call.
    """

    def __init__(self, **script):
        self._script = script
        self.seen = []

    def service(self, details):
        name = details.method.rpartition("/")[2]
        if name not in self._script:
            return None
        method = METHODS[details.method]
        make = grpc.unary_stream_rpc_method_handler if name in STREAMS else grpc.unary_unary_rpc_method_handler
        handler = self._stream if name in STREAMS else self._unary
        return make(
            lambda request, context: handler(name, request, context),
            request_deserializer=method.request.FromString,
            response_serializer=lambda answer: answer if isinstance(answer, bytes) else answer.SerializeToString(),
        )

    def _step(self, name, request, context):
        self.seen.append((request, dict(context.invocation_metadata())))
        steps = self._script[name]
        return steps.pop(0) if len(steps) > 1 else steps[0]

    def _unary(self, name, request, context):
        return self._answer(self._step(name, request, context), context)

    def _stream(self, name, request, context):
        for step in self._step(name, request, context):
            yield self._answer(step, context)

    @staticmethod
    def _answer(step, context):
        if isinstance(step, FaultError):
            context.set_trailing_metadata([("grpc-status-details-bin", step.status.SerializeToString())])
            context.abort(step.code, step.message)
        return step(context) if callable(step) else step


@contextlib.contextmanager
def serving(**script):
    """Serve a script, and give its address and the handler."""
    handler = Faulty(**script)
    server = grpc.server(futures.ThreadPoolExecutor(8))
    server.add_generic_rpc_handlers((handler,))
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    try:
        yield f"127.0.0.1:{port}", handler
    finally:
        server.stop(None).wait()
