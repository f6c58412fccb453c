"""Deployments: people of one country sent to, or present in, another."""

from __future__ import annotations

from kg.extract.claims.deployments.deployments import deployments

__all__ = ["deployments"]
