"""The state that an adjective names inside a longer name: "der niederländische Ministerpräsident Mark Rutte"."""

from __future__ import annotations

from kg.extract.claims.scene import Scene

__all__ = ["state_by_adjective"]


def state_by_adjective(scene: Scene, first: int, last: int) -> str | None:
    """The state of the first adjective of origin between two token positions."""
    for position in range(first, last):
        token = scene.text.tokens[position]
        if token.tag == "ADJA":
            word = token.form.lower()
            found = next((state for stem, state in scene.words.origins if word.startswith(stem)), None)
            if found is not None:
                return found
    return None
