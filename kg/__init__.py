"""kg: news articles about a conflict into a knowledge graph of actors, statements, deployments and agreements."""

from __future__ import annotations

__all__ = ["__version__"]

__version__ = "0.1.0"
