"""Arms transfers: goods and know-how given by one side to another."""

from __future__ import annotations

from kg.extract.claims.arms.transfers import arms_transfers

__all__ = ["arms_transfers"]
