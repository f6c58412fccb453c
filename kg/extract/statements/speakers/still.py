"""Who goes on speaking under a description of more words: "…, sagte der frühere Leiter der Klinik"."""

from __future__ import annotations

from kg.extract.statements.common.page import Page
from kg.extract.statements.common.saying_nouns import may_be_several
from kg.extract.statements.common.voice import Voice
from kg.extract.statements.speakers.ahead import called_so, post_of
from kg.extract.statements.speakers.somebody import definite, gender_told, in_case, is_anyone, may_hold, personal
from kg.extract.statements.speakers.subjects import subject
from kg.model import Actor, ActorKind, ActorMention, Clause, MentionForm, Mood, Span

__all__ = ["still_speaks"]

_NAMED = frozenset({MentionForm.NAME, MentionForm.OFFICE})
_SOON = 4
"""How many sentences lie at most between what one speaker says."""
_REACH = 12
"""How many sentences a post looks back for who was named with it."""


def still_speaks(page: Page, voice: Voice, spoken: list[Voice], said: Span) -> Actor | None:
    """The person whom a definite description means: who was named with the same post, else, where it stands behind
    the words said, who spoke or acted right before."""
    if voice.plural or len(voice.actors) != 1 or voice.actors[0].kind is not ActorKind.GROUP:
        return None
    head = _head(page, voice)
    one = definite(page, voice.first) or _state_begins(page, voice.first)
    if head is None or not one or _of_several(page, voice, head):
        return None
    named = _named_so(page, voice, head)
    if named is not None:
        return named
    behind = said.end <= voice.span.start and page.sentence(voice.first).first < voice.first - 1
    lemma = page.token(head).lemma.lower()
    another = (in_case(page, lemma) or _may_be_another(page, voice, lemma)) and not _of_own_kin(page, head)
    if not behind or another:
        return None
    gender = gender_told(page, voice, lemma)
    found = _speaker(page, voice, spoken, gender) or _actor(page, voice, gender, said)
    former = page.has("former", range(voice.first, head))
    if found is None or _of_another_state(page, voice, found) or not (former or may_hold(page, found, lemma)):
        return None
    return found


def _head(page: Page, voice: Voice) -> int | None:
    """The first noun that tells what one person is, before a comma or bracket."""
    within = False
    for place in range(voice.first, voice.last):
        if page.form(place) in {",", "("}:
            return None
        if page.token(place).tag.startswith("APPR"):
            within = True  # "die auf Fische spezialisierte Forscherin"
        elif within and page.token(place).tag == "NN":
            within = False
        elif page.token(place).tag in {"NN", "NE"} and not _is_state(page, place):
            aged = page.token(place).lemma.lower().endswith(tuple(page.words("aged")))
            return place if aged or personal(page, place) or _of_own_kin(page, place) else None
    return None


def _of_own_kin(page: Page, head: int) -> bool:
    """As in "der Vater zweier Töchter", "der Sohn polnischer Bauern": who he is; not "der Vater der Ministerin"."""
    tags = (page.token(head + 1).tag, page.token(head + 2).tag)
    several = page.form(head + 1).endswith(tuple(page.words("genitive of several")))
    bare = several and tags in {("ADJA", "NN"), ("CARD", "NN")}
    return page.token(head).lemma.lower() in page.words("kin") and (bare or tags == ("APPR", "CARD"))


def _may_be_another(page: Page, voice: Voice, lemma: str) -> bool:
    """Whether an article may tell of several who are called so: any spokesman; not "die Finanzsprecherin der CDU"."""
    parties = tuple(page.words("parties"))
    forms = [page.form(place) for place in range(voice.first, voice.last)]
    of_party = any(form in parties or form.startswith(tuple(f"{party}-" for party in parties)) for form in forms)
    whole = page.words("anyone") | page.words("man or woman")
    return is_anyone(page, lemma) and not (of_party and lemma.rpartition("-")[2] not in whole)


def _of_several(page: Page, voice: Voice, head: int) -> bool:
    """As in "nach Ansicht der Forscher": behind a noun of saying they may be several."""
    feminine = page.token(head).lemma.endswith("in")
    return not feminine and may_be_several(page, voice.first)


def _is_state(page: Page, place: int) -> bool:
    return any(m.actor.kind is ActorKind.STATE for m in page.named.get(place, ()))


def _state_begins(page: Page, place: int) -> bool:
    """As in "Polens Präsident": there is one."""
    return _is_state(page, place) and page.token(place).form.endswith("s") and page.token(place + 1).tag == "NN"


def _named_so(page: Page, voice: Voice, head: int) -> Actor | None:
    """As in "Innenminister Otto Kranz … der deutsche Innenminister": who was named before with the same post."""
    post = post_of(page, voice) if voice.last == head + 1 and _plain(page, voice, head) else None
    if post is None:
        return None
    here = page.sentence(voice.first).number
    for mention in reversed(page.mentions.actors):
        if mention.first >= voice.first or not _person(mention):
            continue
        if here - page.sentence(mention.first).number > _REACH:
            return None
        if called_so(page, mention, post):
            return mention.actor
    return None


def _plain(page: Page, voice: Voice, head: int) -> bool:
    """Whether nothing but a state or "früher" is told of a post: "der örtliche Leiter" is another one."""
    inner = range(voice.first + 1, head)
    return all(page.form(p) in page.words("former") or page.named.get(p) for p in inner)


def _speaker(page: Page, voice: Voice, spoken: list[Voice], gender: str) -> Actor | None:
    """Who spoke last, where nobody else of the gender was named since."""
    last = spoken[-1] if spoken else None
    if last is None or len(last.actors) != 1 or last.first >= voice.first:
        return None
    near = page.sentence(voice.first).number - page.sentence(last.first).number <= _SOON
    since = {m.actor for m in page.mentions.actors if last.last <= m.first < voice.first and _fits(m, gender)}
    fits = last.actors[0].kind is ActorKind.PERSON and (last.actors[0].gender or last.gender) in {None, gender}
    return last.actors[0] if near and fits and since <= {last.actors[0]} else None


def _actor(page: Page, voice: Voice, gender: str, said: Span) -> Actor | None:
    """The person who is the subject of a main clause before it, in its sentence or the one before."""
    here = page.sentence(voice.first).number
    for sentence in (page.text.sentences[number] for number in (here, here - 1) if number >= 0):
        for clause in reversed(page.clauses_in(sentence)):
            told = subject(page, clause) if clause.first < voice.first and _told(page, clause) else None
            if told is not None and said.contains(told.span):
                continue
            if told is not None and len(told.actors) == 1 and told.actors[0].kind is ActorKind.PERSON:
                return told.actors[0] if (told.actors[0].gender or told.gender) in {None, gender} else None
    return None


def _told(page: Page, clause: Clause) -> bool:
    return clause.parent is None and clause.mood is not Mood.SUBJUNCTIVE_1 and not page.spoken[clause.first]


def _person(mention: ActorMention) -> bool:
    return mention.actor.kind is ActorKind.PERSON and mention.form in _NAMED


def _fits(mention: ActorMention, gender: str) -> bool:
    return _person(mention) and (mention.actor.gender or mention.gender) in {None, gender}


def _of_another_state(page: Page, voice: Voice, person: Actor) -> bool:
    """Whether the description names a state and the person is known to be of another."""
    named = {m.actor.id for place in range(voice.first, voice.last) for m in page.named.get(place, ())
             if m.actor.kind is ActorKind.STATE}  # fmt: skip
    return bool(named) and person.acts_for is not None and person.acts_for not in named
