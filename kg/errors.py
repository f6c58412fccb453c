"""Errors that a user can act on.

    KgError
    ├── UsageError        the command was called in a way that makes no sense     exit 2
    ├── InputError        a file or record cannot be read                         exit 3
    │   └── TableError    a row of a table or registry is wrong (file, row, key)  exit 3
    ├── StoreError        the store cannot be opened, read or written             exit 4
    └── NetworkError      a remote store does not answer or refuses               exit 4

Every message says what is wrong, where, and what to do, on one line.
"""

from __future__ import annotations

__all__ = ["InputError", "KgError", "NetworkError", "StoreError", "TableError", "UsageError"]


class KgError(Exception):
    """The root of all errors that a user can act on."""

    exit_code = 1


class UsageError(KgError):
    """The command was called in a way that makes no sense."""

    exit_code = 2


class InputError(KgError):
    """A file or record cannot be read."""

    exit_code = 3


class TableError(InputError):
    """A row of a table or registry is wrong; the message names file, row and key."""


class StoreError(KgError):
    """The store cannot be opened, read or written."""

    exit_code = 4


class NetworkError(KgError):
    """A remote store does not answer or refuses."""

    exit_code = 4
