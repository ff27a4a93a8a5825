"""What differs between asyncio and threads: locks, futures, jobs, sleeping and reading from a stream.

`tasks` and `threads` have the same names. The surface below `parley.aio` is written for `tasks`; make generate derives the
one of `parley.blocking` for `threads` from it.
"""
