"""Mentions of actors: people, bodies, groups and names, in the order of the text, each noun phrase once."""

from __future__ import annotations

from dataclasses import replace

from kg.lang.nouns import Bodies, Groups, Offices, Organisations, Reports, Titles
from kg.model import Actor, ActorKind, ActorMention, MentionForm, PartialDate, Span
from kg.recognise.described import Described, bracketed, described, is_genitive_hit
from kg.recognise.history import History
from kg.recognise.labels import label_of, noun_of
from kg.recognise.organisations import OrganisationName, find_organisations, is_acronym, organisation_at
from kg.recognise.people import PersonName, find_people
from kg.recognise.scan import Hit, Scan
from kg.recognise.unknown import unknown

__all__ = ["actor_mentions"]


def actor_mentions(scan: Scan, when: PartialDate | None) -> tuple[ActorMention, ...]:
    """All mentions of actors; `when` is the day on which offices are looked up."""
    return tuple(_Finder(scan, when).found())


class _Finder:
    """Holds what the article has named so far while its text is gone through once."""

    def __init__(self, scan: Scan, when: PartialDate | None) -> None:
        self.scan = scan
        self.gazetteer = scan.lexicon.gazetteer
        self.when = when
        self.people = find_people(scan)
        taken = {place for name in self.people.values() for place in range(name.first, name.last)}
        self.organisations = find_organisations(scan, taken)
        self.named = {name.actor.id for name in self.people.values()}
        self.history = History(self.gazetteer)

    def found(self) -> list[ActorMention]:
        scan = self.scan
        described_at = self._described()
        mentions: list[ActorMention] = []
        end = 0
        starts = sorted(
            {*described_at, *self.people, *self.organisations, *scan.hits, *scan.states, *self._compounds()}
        )
        for start in starts:
            if start < end:
                continue
            found = self._at(start, described_at)
            if found:
                mentions += found
                end = found[0].first + 1 if _is_open(found[0]) else found[0].last
                self.history.add(found, described_at.get(start))
        return mentions

    def _described(self) -> dict[int, Described]:
        """Noun phrases by their first token; of two that begin there the longer."""
        phrases: dict[int, Described] = {}
        for head in self.scan.senses:
            found = described(self.scan, head, self.people)
            if found.first not in phrases or found.last > phrases[found.first].last:
                phrases[found.first] = found
        return phrases

    def _compounds(self) -> list[int]:
        scan, owner = self.scan, self.scan.lexicon.compound_owner
        return [
            token.position
            for token in scan.tokens
            if "-" in token.form
            and token.form[-1] != "-"
            and token.position not in scan.senses
            and token.position not in scan.hits
            and owner(token.form)
        ]

    def _at(self, start: int, phrases: dict[int, Described]) -> list[ActorMention]:
        scan = self.scan
        phrase = phrases.get(start)
        if phrase is not None:
            return self._of_phrase(phrase)
        if start in self.people:
            return [self._named(self.people[start])]
        if start in self.organisations:
            return [self._named(self.organisations[start])]
        if start in scan.hits:
            return self._name(scan.hits[start])
        if start in scan.states:
            return self._adjective(start)
        return self._compound(start)

    def _of_phrase(self, phrase: Described) -> list[ActorMention]:
        row = phrase.sense.row
        if isinstance(row, Offices | Titles):
            return self._person_phrase(phrase)
        if isinstance(row, Bodies):
            return self._body(phrase, row)
        if isinstance(row, Reports):
            return self._report(phrase)
        found = organisation_at(self.scan, phrase)
        if found is not None:
            return [found]
        if isinstance(row, Groups):
            return self._group(phrase, alone=row.alone)
        if phrase.named is not None:
            return [self._mention(phrase, self._actor_of(phrase.named), MentionForm.NAME, phrase.named)]
        if isinstance(row, Organisations):
            return self._organisation(phrase, row)
        return self._owners_only(phrase)

    def _organisation(self, phrase: Described, row: Organisations) -> list[ActorMention]:
        """An organisation that only a noun names: "die Wirtschaftskammer", "der Konzern", "eine Bauerngewerkschaft"."""
        bare = phrase.first == phrase.head and not phrase.sense.part
        if phrase.definite and not phrase.reading.plural:
            if bare:
                known = self.history.organisation(row)
                return [] if known is None else [self._mention(phrase, known, MentionForm.DESCRIPTION)]
            if phrase.sense.part:
                return [self._mention(phrase, unknown(row.kind, label_of(self.scan, phrase)), MentionForm.DESCRIPTION)]
        if phrase.owners or phrase.sense.part:
            return self._group(phrase, alone=True)
        return self._owners_only(phrase)

    def _person_phrase(self, phrase: Described) -> list[ActorMention]:
        row = phrase.sense.row
        if phrase.name is not None:
            actor = self._titled(phrase, phrase.name.actor)
            return [self._mention(phrase, actor, MentionForm.NAME, phrase.name)]
        if isinstance(row, Titles) and (row.address or not row.speaks):
            return self._owners_only(phrase)
        beside = self._apposed(phrase)
        if beside is not None:
            return [self._mention(phrase, beside, MentionForm.OFFICE)]
        if isinstance(row, Offices):
            holder = self._holder(phrase, row)
            if holder is not None:
                return [self._mention(phrase, holder, MentionForm.OFFICE)]
        bare = phrase.last == phrase.head + 1 and not phrase.sense.part and not self._out_of_office(phrase)
        if phrase.definite and not phrase.reading.plural and bare:
            known = self.history.person(row, phrase.owners)
            if known is not None:
                return [self._mention(phrase, known, MentionForm.OFFICE)]
        return self._group(phrase, alone=True)

    def _titled(self, phrase: Described, actor: Actor) -> Actor:
        """An unknown person with what the title tells of gender, role and employer."""
        if actor.registered:
            return actor
        gender = actor.gender or phrase.reading.gender
        acts_for = actor.acts_for or (phrase.owners[0] if phrase.owners else None)
        return replace(actor, gender=gender, acts_for=acts_for, role_de=actor.role_de or self._title_words(phrase))

    def _title_words(self, phrase: Described) -> str | None:
        assert phrase.name is not None
        return label_of(self.scan, phrase._replace(last=phrase.name.first, name=None)) if not _address(phrase) else None

    def _apposed(self, phrase: Described) -> Actor | None:
        """The person whose name stands before or behind the description, parted by a comma."""
        tokens = self.scan.tokens
        before = phrase.first - 1
        if self.scan.joined(before, "article"):
            before -= 1
        if before > 0 and tokens[before].form == ",":
            for name in self.people.values():
                if name.last == before:
                    return name.actor
        after = phrase.last
        if after + 1 in self.people and tokens[after].form == "," and not phrase.reading.plural and phrase.definite:
            return self.people[after + 1].actor
        return None

    def _holder(self, phrase: Described, row: Offices) -> Actor | None:
        """Who holds the office: where its title alone means the holder, or the article names them."""
        if phrase.reading.plural or self._out_of_office(phrase):
            return None
        posts = [self.gazetteer.posts.get(row.post)] if row.post else []
        if row.role is not None:
            owners = phrase.owners or ((row.of,) if row.of else ())
            posts = [self.gazetteer.post(owner, row.role) for owner in owners]
        for post in posts:
            holder = None if post is None else self.gazetteer.holder(post.id, self.when)
            if post is not None and holder is not None and (post.alone or holder.id in self.named):
                return holder
        return None

    def _out_of_office(self, phrase: Described) -> bool:
        """Whether "ehemalig", "Ex-" or "Vize-" stands before the office."""
        former = self.scan.joints["out of office"]
        part = phrase.sense.part.lower()
        return (
            any(self.scan.joined(place, "out of office") for place in range(phrase.first, phrase.head))
            or (part in former or part.rpartition("-")[2] in former)
            and bool(part)
        )

    def _body(self, phrase: Described, row: Bodies) -> list[ActorMention]:
        if phrase.named is not None:
            return [self._mention(phrase, self._actor_of(phrase.named), MentionForm.NAME, phrase.named)]
        if phrase.owners:
            return [
                self._mention(phrase, self._body_of(phrase, row, key), MentionForm.DESCRIPTION) for key in phrase.owners
            ]
        if phrase.definite and phrase.first == phrase.head and not phrase.sense.part:
            known = self.history.body(row)
            if known is not None:
                return [self._mention(phrase, known, MentionForm.DESCRIPTION)]
        label = label_of(self.scan, phrase)
        kind = row.kind if phrase.first < phrase.head or phrase.sense.part else ActorKind.GROUP
        return [self._mention(phrase, unknown(kind, label, aliases=(self._words(phrase),)), MentionForm.DESCRIPTION)]

    def _body_of(self, phrase: Described, row: Bodies, owner: str) -> Actor:
        known = self.gazetteer.body(owner, row.body)
        if known is not None:
            return known
        state = self.gazetteer.actors[owner]
        if state.kind is ActorKind.STATE and row.state:
            return state
        if state.kind is ActorKind.PERSON and state.acts_for in self.gazetteer.actors:
            return self._body_of(phrase, row, state.acts_for)
        if state.kind is not ActorKind.STATE and row.general:
            return state
        adjectives = self.gazetteer.words[owner].adjectives
        label = label_of(self.scan, phrase)
        if adjectives and not phrase.sense.part and phrase.first >= phrase.head - 1:
            single = phrase._replace(first=phrase.head, last=phrase.head + 1)
            ending = (
                "e" if phrase.reading.plural else {"m": "er", "f": "e", "n": "es"}.get(phrase.reading.gender or "", "e")
            )
            label = f"{adjectives[0]}{ending} {noun_of(single)}"
        english = self.gazetteer.adjectives_en.get(owner)
        label_en = f"{english} {row.en}" if english and not phrase.sense.part.strip("-").islower() else None
        return unknown(row.kind, label, label_en=label_en, aliases=(self._words(phrase),), acts_for=owner)

    def _group(self, phrase: Described, *, alone: bool) -> list[ActorMention]:
        bare = phrase.first == phrase.head and phrase.last == phrase.head + 1 and not phrase.sense.part
        if bare and not alone:
            return []
        if isinstance(phrase.sense.row, Groups) and phrase.sense.row.owned and not self._owned(phrase):
            return self._owners_only(phrase)
        acts_for = phrase.owners[0] if phrase.owners else None
        actor = unknown(
            ActorKind.GROUP,
            label_of(self.scan, phrase),
            aliases=(self._words(phrase),),
            acts_for=acts_for,
            gender=None if phrase.reading.plural else phrase.reading.gender,
        )
        return [self._mention(phrase, actor, MentionForm.DESCRIPTION), *self._owners_only(phrase)]

    def _owned(self, phrase: Described) -> bool:
        """Whether a state's adjective stands before the noun and no preposition governs it."""
        before = phrase.first - 1 - self.scan.joined(phrase.first - 1, "article")
        governed = before >= 0 and self.scan.tokens[before].tag in {"APPR", "APPRART"}
        return phrase.first in self.scan.states and not governed

    def _report(self, phrase: Described) -> list[ActorMention]:
        """Whose a report is: the body, people or actor that the first part of the compound names."""
        part = phrase.sense.part.rstrip("-")
        if part and not phrase.sense.owners and is_acronym(part, self.scan.lexicon.no_names):
            return [self._mention(phrase, unknown(ActorKind.ORGANISATION, part), MentionForm.COMPOUND)]
        inner = self.scan.lexicon.part_sense(part)
        if inner is None or isinstance(inner.row, Titles) and inner.row.address:
            return self._owners_only(phrase)
        owner = phrase._replace(sense=inner._replace(owners=phrase.sense.owners), reading=inner.readings[-1])
        if isinstance(inner.row, Bodies) and phrase.owners:
            return [
                self._mention(phrase, self._body_of(owner, inner.row, key), MentionForm.DESCRIPTION)
                for key in phrase.owners
            ]
        actor = unknown(ActorKind.GROUP, label_of(self.scan, phrase), aliases=(self._words(phrase),))
        return [self._mention(phrase, actor, MentionForm.DESCRIPTION)]

    def _owners_only(self, phrase: Described) -> list[ActorMention]:
        """What is left of a phrase that is no actor itself: the adjective or the first part of its compound."""
        if phrase.first in self.scan.states:
            return self._adjective(phrase.first)
        if phrase.first in self.scan.hits:
            return self._name(self.scan.hits[phrase.first])
        if phrase.sense.owners and phrase.first == phrase.head:
            return self._compound(phrase.head)
        return []

    def _named(self, name: PersonName | OrganisationName) -> ActorMention:
        span = self.scan.text.span(name.first, name.last)
        return ActorMention(
            span, name.first, name.last, name.actor, MentionForm.NAME, span, name.actor.gender, plural=False
        )

    def _name(self, hit: Hit) -> list[ActorMention]:
        scan = self.scan
        for meaning in hit.meanings:
            actor = self.gazetteer.actors.get(meaning.key)
            if actor is None or (meaning.form is MentionForm.METONYM and _is_place_here(scan, hit)):
                continue
            name = scan.text.span(hit.first, hit.last)
            first, last = self._widened(hit, actor)
            span = scan.text.span(first, last)
            return [ActorMention(span, first, last, actor, meaning.form, name, actor.gender, meaning.plural)]
        return []

    def _widened(self, hit: Hit, actor: Actor) -> tuple[int, int]:
        """A body's name with the same name behind it, in brackets or not, and its state in the genitive."""
        last = hit.last
        if actor.kind is ActorKind.STATE:
            return hit.first, last
        again = self.scan.hits.get(last)
        if again is not None and again.meanings[0].key == actor.id:
            last = again.last
        last = bracketed(self.scan, last, actor.id)
        state = self.scan.hits.get(last)
        if state is not None and state.meanings[0].key == actor.acts_for and is_genitive_hit(self.scan, last):
            last = state.last
        return hit.first, last

    def _adjective(self, place: int) -> list[ActorMention]:
        actor = self.gazetteer.actors.get(self.scan.states[place])
        if actor is None:
            return []
        span = self.scan.tokens[place].span
        return [ActorMention(span, place, place + 1, actor, MentionForm.ADJECTIVE, span, None, plural=False)]

    def _compound(self, place: int) -> list[ActorMention]:
        token = self.scan.tokens[place]
        owner = self.scan.lexicon.compound_owner(token.form)
        actor = None if owner is None else self.gazetteer.actors.get(owner[0])
        if actor is None or owner is None:
            return []
        name = Span(token.start, token.start + owner[1])
        return [ActorMention(token.span, place, place + 1, actor, MentionForm.COMPOUND, name, None, plural=False)]

    def _mention(
        self, phrase: Described, actor: Actor, form: MentionForm, name: PersonName | Hit | None = None
    ) -> ActorMention:
        span = self.scan.text.span(phrase.first, phrase.last)
        inner = span if name is None else self.scan.text.span(name.first, name.last)
        gender = actor.gender or phrase.reading.gender
        plural = phrase.reading.plural and actor.kind is not ActorKind.PERSON
        return ActorMention(span, phrase.first, phrase.last, actor, form, inner, gender, plural)

    def _words(self, phrase: Described) -> str:
        return self.scan.text.words(self.scan.text.span(phrase.first, phrase.last))

    def _actor_of(self, hit: Hit) -> Actor:
        return next(self.gazetteer.actors[m.key] for m in hit.meanings if m.key in self.gazetteer.actors)


def _is_open(mention: ActorMention) -> bool:
    """Whether what stands inside a description counts by itself as well: whose soldiers, whose spokesman."""
    return mention.form is MentionForm.DESCRIPTION and mention.actor.kind is ActorKind.GROUP


def _address(phrase: Described) -> bool:
    return isinstance(phrase.sense.row, Titles) and phrase.sense.row.address


def _is_place_here(scan: Scan, hit: Hit) -> bool:
    """Whether a capital is the city here: behind a local preposition or "Hauptstadt", or in a dateline."""
    before = hit.first - 1
    if scan.joined(before, "local") or scan.joined(before, "site"):
        return True
    opens = scan.text.sentence_at(hit.first).first == hit.first
    if not opens and scan.tokens[before].tag in {"NN", "NE"} and not _named_before(scan, hit):
        return True
    return opens and hit.last < len(scan.tokens) and scan.tokens[hit.last].form in {"–", "—", "-", "(", "/"}


def _named_before(scan: Scan, hit: Hit) -> bool:
    """Whether the noun before a capital is a name or the capital stands in the genitive."""
    return hit.first in scan.ends or scan.lexicon.tree.single(scan.tokens[hit.last - 1].form[:-1]) != ()
