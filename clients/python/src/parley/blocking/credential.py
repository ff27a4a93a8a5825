# Generated from parley/aio/credential.py by make generate. Do not edit.
"""The credential of a client, which may be a function that gets tokens."""

from __future__ import annotations

import time

from parley._gen.identity.v1.identity_service_pb2 import AccessToken
from parley._running import threads as running
from parley.errors import ParleyError, UnauthenticatedError
from parley.tokens import Token, stale, token


class Credential:
    """A key, a token, or a provider of tokens, which is asked when one is needed and by one call at a time."""

    def __init__(self, source: str | AccessToken | running.TokenProvider) -> None:
        self._lock = running.Lock()
        self._rounds = 0
        self._failure: ParleyError | None = None
        self._held: Token | None = None
        self._provider: running.TokenProvider | None = None
        self.replace(source)

    def replace(self, source: str | AccessToken | running.TokenProvider) -> None:
        """Use another key, token or provider for what begins from now on."""
        if isinstance(source, (str, AccessToken)):
            self._held, self._provider = token(source), None
        elif callable(source):
            self._held, self._provider = None, source
        else:
            raise UnauthenticatedError("there is no credential: give an access key, a token or a token provider")

    @property
    def renewable(self) -> bool:
        """Whether there is a provider that may give another token."""
        return self._provider is not None

    def token(self, rejected: Token | None = None) -> Token:
        """Return the token to use, another one than what the broker has rejected if there is a provider.

        Raises:
            UnauthenticatedError: If the provider failed.

        """
        held = self._held
        if held is not None and (self._provider is None or not stale(held, rejected, time.time())):
            return held
        begun = self._rounds
        with self._lock:
            # Those who waited while another call asked have its answer, even if it is good for this moment only.
            if begun == self._rounds:
                self._ask()
            if self._failure is not None:
                raise self._failure
            return self._held or self._none()

    def _ask(self) -> None:
        provider, self._failure = self._provider, None
        if provider is not None:
            try:
                self._held = token(running.resolve(provider()))
            except Exception as error:
                self._failure = failure(error)
        self._rounds += 1

    def _none(self) -> Token:
        raise UnauthenticatedError("the credential was replaced while a token was being got: try again")


def failure(error: Exception) -> ParleyError:
    """Return the error of a provider that failed."""
    if isinstance(error, UnauthenticatedError):
        return error
    failed = UnauthenticatedError(f"the token provider failed: {error or type(error).__name__}")
    failed.__cause__ = error
    return failed
