"""What recognition of one article's actors holds while the text is gone through."""

from __future__ import annotations

from dataclasses import dataclass

from kg.gazetteer import Gazetteer
from kg.model import Actor, ActorMention, MentionForm, PartialDate
from kg.recognise.described import Described
from kg.recognise.history import History
from kg.recognise.organisations import OrganisationName
from kg.recognise.people import PersonName
from kg.recognise.scan import Hit, Scan

__all__ = ["Context"]


@dataclass(frozen=True, slots=True)
class Context:
    """The scan of a text, the names found in it, and whom it has named so far."""

    scan: Scan
    gazetteer: Gazetteer
    when: PartialDate | None
    """The day on which offices are looked up."""
    people: dict[int, PersonName]
    people_ends: dict[int, PersonName]
    """The same by the position after the last."""
    organisations: dict[int, OrganisationName]
    named: frozenset[str]
    """Ids of the people whom the article names."""
    home: str | None
    """The id of the one state that nearly all of the article is of."""
    history: History

    def mention(
        self, phrase: Described, actor: Actor, form: MentionForm, name: PersonName | Hit | None = None
    ) -> ActorMention:
        """The mention of an actor by a whole phrase, with the name inside it."""
        span = self.scan.text.span(phrase.first, phrase.last)
        inner = span if name is None else self.scan.text.span(name.first, name.last)
        gender = actor.gender or phrase.reading.gender
        plural = phrase.reading.plural and actor.kind.value != "Person"
        return ActorMention(span, phrase.first, phrase.last, actor, form, inner, gender, plural)

    def words(self, phrase: Described) -> str:
        """The phrase as it stands."""
        return self.scan.text.words(self.scan.text.span(phrase.first, phrase.last))

    def actor_of(self, hit: Hit) -> Actor:
        """The actor that a name of the gazetteer means."""
        return next(self.gazetteer.actors[m.key] for m in hit.meanings if m.key in self.gazetteer.actors)

    def described(self, phrase: Described, actor: Actor) -> list[ActorMention]:
        """The mention of an actor by a description."""
        return [self.mention(phrase, actor, MentionForm.DESCRIPTION)]
