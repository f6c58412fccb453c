"""One pass over the tokens of a text: names of the gazetteer, nouns of the tables, adjectives of states."""

from __future__ import annotations

from dataclasses import dataclass

from kg.lang.contexts import Contexts
from kg.model import MentionForm, Text, Token
from kg.recognise.hits import Hit, at_home
from kg.recognise.lexicon import Lexicon, Sense
from kg.recognise.nametree import Meaning

__all__ = ["Hit", "Scan", "scanned"]

_NOUNS = frozenset({"NN", "NE"})


@dataclass(frozen=True, slots=True)
class Scan:
    """What single words and names of one text may be, by token position."""

    text: Text
    tokens: tuple[Token, ...]
    """The text's tokens."""
    lexicon: Lexicon
    hits: dict[int, Hit]
    """By first position."""
    ends: dict[int, Hit]
    """The same by position after the last."""
    senses: dict[int, Sense]
    states: dict[int, str]
    """Id of the state whose adjective stands there."""
    capitals: tuple[Token, ...]
    """The tokens that begin with a capital."""
    aged: frozenset[int]
    """Where "33-jährige" stands."""
    joints: dict[str, tuple[str, ...]]

    def joined(self, position: int, joint: str) -> bool:
        """Whether the word at a position does what a row of the joints says."""
        return 0 <= position < len(self.tokens) and self.tokens[position].form.lower() in self.joints[joint]

    def common_noun(self, position: int) -> bool:
        """Whether a noun is no name by its lemma or ending."""
        token = self.tokens[position]
        return token.tag == "NN" and (
            token.lemma.lower() != token.form.lower() or token.form.lower().endswith(self.joints["noun ending"])
        )

    def first_of(self, joint: str) -> str:
        """The first word of a row of the joints."""
        return self.joints[joint][0]


def scanned(text: Text, lexicon: Lexicon) -> Scan:
    """The scan of a text."""
    hits: dict[int, Hit] = {}
    senses: dict[int, Sense] = {}
    states: dict[int, str] = {}
    tokens, known = text.tokens, lexicon.known
    contexts = lexicon.contexts
    end, acronyms = 0, set[str]()
    capitals: list[Token] = []
    for position, token in enumerate(tokens):
        capital, begins, sense = known[token.form]
        if capital:
            capitals.append(token)
        if position < end:
            continue
        if begins:
            hit = _hit(text, lexicon, position, [] if token.form in acronyms else contexts)
            if hit is not None:
                hit = _as_counted(tokens, hit, lexicon)
                end = hit.last
                acronyms.update(_acronym(tokens[end - 1].form))
                if hit.meanings[0].form is MentionForm.ADJECTIVE:
                    states[position] = hit.meanings[0].key
                else:
                    hits[position] = hit
                continue
        if sense is not None:
            senses[position] = sense
    hits = at_home(hits, states, lexicon.gazetteer)
    ends, ending = {hit.last: hit for hit in hits.values()}, lexicon.joints["age ending"]
    aged = frozenset([t.position for t in tokens if t.tag == "ADJA" and t.form.endswith(ending)])
    return Scan(text, tokens, lexicon, hits, ends, senses, states, tuple(capitals), aged, lexicon.joints)


def _acronym(form: str) -> tuple[str, ...]:
    """A word in capitals: once vouched for, it is a name in all the text."""
    return (form,) if form.isupper() and len(form) > 1 else ()


def _hit(text: Text, lexicon: Lexicon, position: int, contexts: list[Contexts]) -> Hit | None:
    """The longest name at a position; an ordinary word only where a context vouches for it, if any are given."""
    last, meanings = lexicon.tree.longest(text.tokens, position)
    if not meanings:
        last, meanings = position + 1, lexicon.shouted(text.tokens[position].form)
    if not meanings or (meanings[0].cautious and contexts and not _vouched(text, position, last, meanings, contexts)):
        return None
    return Hit(position, last, meanings)


def _as_counted(tokens: tuple[Token, ...], hit: Hit, lexicon: Lexicon) -> Hit:
    """An adjective of a state as its people where it is a noun behind a number: "400 Deutsche"."""
    first, last = hit.first, hit.last
    if first == 0 or tokens[first - 1].tag != "CARD" or tokens[first].form not in lexicon.adjectives_and_people:
        return hit
    led = last < len(tokens) and tokens[last].tag in _NOUNS
    people = hit.meanings[0]._replace(form=MentionForm.DEMONYM, plural=True)
    return hit._replace(meanings=(people,)) if tokens[first].tag == "NN" and not led else hit


def _vouched(text: Text, first: int, last: int, meanings: tuple[Meaning, ...], contexts: list[Contexts]) -> bool:
    """Whether the context says that an ordinary word is a name here: quotation marks around it or a word before it."""
    tokens = text.tokens
    before = tokens[first - 1].form if first else ""
    if (
        before
        and last < len(tokens)
        and not before[0].isalnum()
        and tokens[last].form in "”“«»\"'‘’›‹"
        and before in "„“\"»«‚'›‹"
    ):
        return True
    words = {before.lower()}
    if first > 1 and tokens[first - 1].tag in {"ART", "APPR", "APPRART"}:
        words.add(tokens[first - 2].form.lower())
    rows = [row for row in contexts if meanings[0].key in row.only] or [row for row in contexts if not row.only]
    after = tokens[last].form.lower() if last < len(tokens) else ""
    return any(words & set(row.before) or after in row.after for row in rows)
