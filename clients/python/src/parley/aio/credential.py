"""The credential of a client, which may be a function that gets tokens."""

from __future__ import annotations

import time
from typing import Any

from parley._gen.identity.v1.identity_service_pb2 import AccessToken
from parley._running import tasks as running
from parley.errors import DeadlineExceededError, ParleyError, UnauthenticatedError
from parley.tokens import Token, stale, token


class Credential:
    """A key, a token, or a provider of tokens, which is asked when one is needed and once for all who wait."""

    def __init__(self, source: str | AccessToken | running.TokenProvider) -> None:
        self._changed = running.Condition()
        self._held: Token | None = None
        self._provider: running.TokenProvider | None = None
        self._question: Question | None = None
        self.replace(source)

    def replace(self, source: str | AccessToken | running.TokenProvider) -> None:
        """Use another key, token or provider for what begins from now on."""
        if isinstance(source, (str, AccessToken)):
            held, provider = token(source), None
        elif callable(source):
            held, provider = None, source
        else:
            raise UnauthenticatedError("there is no credential: give an access key, a token or a token provider")
        with self._changed:
            self._held, self._provider, self._question = held, provider, None

    @property
    def renewable(self) -> bool:
        """Whether there is a provider that may give another token."""
        return self._provider is not None

    async def token(self, rejected: Token | None = None, seconds: float | None = None) -> Token:
        """Return the token to use, another one than what the broker has rejected if there is a provider.

        Raises:
            UnauthenticatedError: If the provider failed.
            DeadlineExceededError: If it took more than so many seconds. It is not asked anew before it has answered.

        """
        with self._changed:
            held = self._held
            if held is not None and (self._provider is None or not stale(held, rejected, time.time())):
                return held
            question = self._ask()
        if not await question.job.join(seconds):
            raise DeadlineExceededError("the deadline of the call passed before the token provider gave a token")
        if question.answer is None:
            raise question.failure or UnauthenticatedError("the token provider was ended")
        return question.answer

    def _ask(self) -> Question:
        """Return the question that the provider has not answered yet, or a new one."""
        if self._question is None or self._question.over:
            self._question = Question(self, self._provider)
        return self._question

    def close(self, question: Question) -> None:
        """Use the answer to a question from now on, unless the credential was replaced meanwhile."""
        with self._changed:
            question.over = True
            if question is self._question and question.answer is not None:
                self._held = question.answer


class Question:
    """A provider that is asked once, beside the calls that wait for it: it may take longer than they do."""

    def __init__(self, credential: Credential, provider: Any) -> None:
        self._credential = credential
        self._provider = provider
        self.answer: Token | None = None
        self.failure: ParleyError | None = None
        self.over = False
        self.job = running.Job(self._run)

    async def _run(self) -> None:
        try:
            self.answer = token(await running.resolve(self._provider()))
        except Exception as error:
            self.failure = failure(error)
        finally:
            self._credential.close(self)


def failure(error: Exception) -> ParleyError:
    """Return the error of a provider that failed."""
    if isinstance(error, UnauthenticatedError):
        return error
    failed = UnauthenticatedError(f"the token provider failed: {error or type(error).__name__}")
    failed.__cause__ = error
    return failed
