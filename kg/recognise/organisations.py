"""Organisations that no registry knows: "Denkfabrik X", "X GmbH", "Institute for X (IFX)", "EADS"."""

from __future__ import annotations

import re

from kg.lang.nouns import Groups, Organisations
from kg.model import Actor, ActorKind, ActorMention, MentionForm
from kg.recognise.acronyms import acronym_at, with_acronyms
from kg.recognise.branches import branches
from kg.recognise.described import Described
from kg.recognise.introduced import MEDIA, called_by_noun, one_named
from kg.recognise.nameshapes import is_day
from kg.recognise.placed import is_placed, place_behind
from kg.recognise.runs import begins_firm, firm_begin, glued, is_role, over_particles, tells_town, widened, with_number
from kg.recognise.scan import Scan
from kg.recognise.together import OrganisationName, pairs, papers
from kg.recognise.unknown import unknown

__all__ = ["MEDIA", "OrganisationName", "find_organisations", "known_body", "organisation_at", "quoted_name"]

_SITE = re.compile(
    r"[\w-]+(?:\.[\w-]+)*\.(?:de|at|ch|eu|com|org|net|info|tv|uk|fr|it|es|pl|cz|ru|ua|us|io|gov|news|online)"
)
_NAMES = frozenset({"NE", "FM", "XY"})
_LONGEST = 8
_SHORTEST_SITE = 4
_LONGEST_NAME = 12
"""Longer single words are compounds, whatever their tag."""
_OPEN, _CLOSE = "„“\"»«‚'›‹", "“”\"«»‘'‹›"


def organisation_at(scan: Scan, phrase: Described) -> ActorMention | None:
    """The organisation that a noun such as "Denkfabrik" introduces; None where no name follows it."""
    row = phrase.sense.row
    many = phrase.reading.plural and not one_named(scan, phrase)
    if not isinstance(row, Organisations | Groups) or phrase.last > phrase.head + 1 or many:
        return None
    first, last, end = quoted_name(scan, phrase.head + 1)
    if scan.joined(phrase.head + 1, "of somewhere") and scan.tokens[phrase.head + 2].form[0].isupper():
        first, last, end = phrase.head, phrase.head + 3, phrase.head + 3
    if last == first and called_by_noun(scan, phrase, row):
        last = end = phrase.head + 2
    if last == first or _of_trade(scan, phrase.head):
        return None
    kind = row.kind if isinstance(row, Organisations) else ActorKind.MEDIA_ORGANISATION
    name = scan.text.span(first, last)
    if isinstance(row, Organisations) and (row.joined or scan.tokens[phrase.head].form in row.leading):
        name = scan.text.span(phrase.head, last)
    actor = known_body(scan, scan.text.words(name), kind)
    if actor is None:
        actor = unknown(kind, scan.text.words(name), acts_for=phrase.owners[0] if phrase.owners else None)
    span = scan.text.span(phrase.first, end)
    return ActorMention(span, phrase.first, end, actor, MentionForm.NAME, name, None, plural=False)


def _of_trade(scan: Scan, head: int) -> bool:
    """As in "der Marktforscher Otto Halm": somebody with a first name, called by a noun that may be a firm or a man."""
    trade = scan.tokens[head].form.lower().endswith(scan.joints["trade or firm ending"])
    named = trade and head + 2 < len(scan.tokens) and scan.tokens[head + 1].form in scan.lexicon.genders
    return named and scan.tokens[head + 2].form[0].isupper()


def known_body(scan: Scan, name: str, kind: ActorKind) -> Actor | None:
    """The organisation or medium of the registry that a name behind such a noun means."""
    actors = scan.lexicon.gazetteer.actors
    found = (actors[key] for key in scan.lexicon.gazetteer.named(name) if key in actors)
    never = {ActorKind.PERSON, ActorKind.STATE}
    return next((a for a in found if a.kind not in never and (a.kind in MEDIA) == (kind in MEDIA)), None)


def quoted_name(scan: Scan, place: int) -> tuple[int, int, int]:
    """First, last and the end with the marks around it of a name at a position; first = last where there is none."""
    tokens = scan.tokens
    limit = min(scan.text.sentence_at(place - 1).last, place + _LONGEST)
    if place + 2 < limit and tokens[place].form in _OPEN:
        close = next((p for p in range(place + 1, limit) if tokens[p].form in _CLOSE), place)
        return (place + 1, close, close + 1) if close > place + 1 else (place, place, place)
    end = _capitals_end(scan, place, limit)
    return place, end, end


def _capitals_end(scan: Scan, place: int, limit: int) -> int:
    """The end of a row of words that may be a name: names by tag, foreign words, acronyms."""
    end = place + 2 * (place + 1 < limit and glued(scan, place))
    while end < limit and _may_name(scan, end, first=end == place):
        end += 1
    common = end == place + 1 and scan.common_noun(place)
    return place if common else over_particles(scan, _over_foreign(scan, place, end))


def _over_foreign(scan: Scan, first: int, end: int) -> int:
    """Goes on over a small word that is no German one: "Le Monde diplomatique"."""
    token = scan.tokens[end] if first < end < len(scan.tokens) else None
    return end + (token is not None and token.form.islower() and token.form.isalpha() and token.tag in {"NE", "FM"})


def _may_name(scan: Scan, place: int, *, first: bool) -> bool:
    token = scan.tokens[place]
    if first and _SITE.fullmatch(token.form) is not None:
        return True
    if place in scan.states or not (token.form[0].isupper() or token.form[0].isdigit()):
        return False
    if place in scan.senses:
        return first and begins_firm(scan, place)
    if not first and (_counts(scan, place) or _known_person(scan, place)):
        return False
    if first and token.form[0].isdigit():
        return any(letter.isupper() for letter in token.form) and not token.form.isdigit()
    if first:
        return token.form[0].isupper() and (token.tag in {"NE", "NN", "FM", "XY"} or acronym_at(scan, place))
    return token.tag in {"NE", "FM", "XY"} or token.form in scan.lexicon.designators or not scan.common_noun(place)


def _counts(scan: Scan, place: int) -> bool:
    """As in "laut der Plattform Halmnet 67 Prozent": a figure that counts what stands behind it."""
    behind = scan.tokens[place + 1] if place + 1 < len(scan.tokens) else None
    figure = scan.tokens[place].form[0].isdigit()
    return figure and behind is not None and behind.form[0].isupper() and behind.tag == "NN"


def _known_person(scan: Scan, place: int) -> bool:
    """As in "zitierte die Agentur Halmblick Putin": somebody whom everybody knows is no part of a body's name."""
    hit = scan.hits.get(place)
    actor = None if hit is None else scan.lexicon.gazetteer.actors.get(hit.meanings[0].key)
    return actor is not None and actor.kind is ActorKind.PERSON


def find_organisations(scan: Scan, taken: set[int]) -> dict[int, OrganisationName]:
    """Names of organisations that stand by themselves, by first position.

    Acronyms, "X GmbH", foreign institutes, web sites, and single names that nothing shows to be a person's.
    """
    found = {name.first: name for name in branches(scan) if name.first in scan.hits or name.first not in taken}
    taken.update(place for name in found.values() for place in range(name.first, name.last))
    for name in (*papers(scan), *pairs(scan, taken)):
        if not taken.intersection(range(name.first, name.last)) or name.first in scan.hits:
            found[name.first] = name
            taken.update(range(name.first, name.last))
    sites = [token for token in scan.tokens if "." in token.form and len(token.form) > _SHORTEST_SITE]
    for token in (*scan.capitals, *sites):
        position = token.position
        site = token.form.count(".") > 0 and _SITE.fullmatch(token.form) is not None
        if position in taken or not (site or token.tag[0] in "NFX"):
            continue
        if (position in scan.senses and token.form not in scan.lexicon.foreign) or _plain_noun(scan, position):
            continue
        single = _at(scan, position, taken)
        if single is not None:
            found[single.first] = single
            taken.update(range(single.first, single.last))
    return with_acronyms(scan, found)


def _plain_noun(scan: Scan, position: int) -> bool:
    """Whether a word is no acronym, and a noun that nothing right behind it makes a name: as most are."""
    tokens, firms = scan.tokens, scan.lexicon.firm_words
    token = tokens[position]
    if token.tag != "NN" or not token.form[1:].islower() or token.form in firms:
        return False
    if position + 1 == len(tokens):
        return True
    following = tokens[position + 1]
    return following.form not in firms and not (following.tag in _NAMES and following.form[0].isupper())


def _at(scan: Scan, position: int, taken: set[int]) -> OrganisationName | None:
    tokens = scan.tokens
    form = tokens[position].form
    if "." in form and _SITE.fullmatch(form):
        return OrganisationName(position, position + 1, unknown(ActorKind.MEDIA_ORGANISATION, form))
    if not form[0].isupper() or position in scan.states:
        return None
    end = _row_end(scan, position, taken)
    forms = [token.form for token in tokens[position:end]]
    if forms[-1] in scan.lexicon.designators and (end - position > 1 or form.isupper()):
        begin = firm_begin(scan, position, taken, bare=end == position + 1)
        label = " ".join(token.form for token in tokens[begin:end])
        return OrganisationName(begin, end, unknown(ActorKind.ORGANISATION, label)) if end - begin > 1 else None
    if end - position > 1 and scan.lexicon.foreign & set(forms):
        end = place_behind(scan, end, land=True) if forms[-1] in scan.lexicon.foreign else end
        label = " ".join(token.form for token in tokens[position:end])
        return OrganisationName(position, end, unknown(ActorKind.ORGANISATION, label))
    in_brackets = position > 0 and tokens[position - 1].form in {"(", "/"}
    acronym = acronym_at(scan, position)
    if in_brackets or not (acronym or (end == position + 1 and _sole_name(scan, position))):
        return None
    first, last = widened(scan, position, position + 1, taken)
    last = with_number(scan, last) if acronym and last - first == 1 else last
    forms = [token.form for token in tokens[first:last]]
    label = form.rstrip("s") if acronym and last - first == 1 else " ".join(forms)
    label = label if last - first > 1 else _not_in_genitive(scan, label)
    if not acronym and first == position and is_placed(scan, position - 1):
        first, label = position - 1, f"{tokens[position - 1].lemma} {label}"
    return OrganisationName(first, last, unknown(ActorKind.ORGANISATION, label))


def _not_in_genitive(scan: Scan, name: str) -> str:
    """As in "laut Auskunft Halmas": a name that the article has without its "s" as well."""
    base = name.removesuffix("s")
    return base if base != name and any(token.form == base for token in scan.capitals) else name


def _sole_name(scan: Scan, position: int) -> bool:
    """Whether one word is a name by its tag: without article, adjective or number before it, as firms are named."""
    token = scan.tokens[position]
    lexicon = scan.lexicon
    if token.tag != "NE" or not token.form.isalpha() or len(token.form) <= 2 or token.form in lexicon.tree.root:
        return False
    if token.form in lexicon.no_names or len(token.form) > _LONGEST_NAME or is_day(scan, token.form):
        return False
    if is_role(scan, position) or _of_thing(scan, position) or tells_town(scan, position):
        return False
    common = token.form.lower().endswith((*scan.joints["noun ending"], *scan.joints["plural ending"]))
    before = scan.tokens[position - 1].tag if position and position - 1 not in scan.senses else ""
    return not common and before not in {"ART", "APPRART", "ADJA", "PIAT", "PPOSAT", "PDAT", "CARD"}


def _of_thing(scan: Scan, position: int) -> bool:
    """As in "der Fall Halm", "das Spiel Halm gegen Kranz", "der Begriff Halma": a thing is called so."""
    before = scan.tokens[position - 1] if position else None
    return before is not None and before.tag == "NN" and before.form.lower().endswith(scan.joints["thing ending"])


def _row_end(scan: Scan, position: int, taken: set[int]) -> int:
    """The end of a row of capitalised words and small foreign words between them."""
    tokens, foreign = scan.tokens, scan.lexicon.foreign
    limit = min(scan.text.sentence_at(position).last, position + _LONGEST)
    end = position + 1
    open_name = tokens[position].form in foreign
    while end < limit and (end not in taken or (open_name and scan.joined(end - 1, "of somewhere"))):
        token = tokens[end]
        if end in scan.senses and token.form not in foreign | scan.lexicon.designators:
            break
        capital = token.form[0].isupper() and token.tag in {"NE", "NN", "FM", "XY"}
        small = (
            open_name and token.tag in {"FM", "XY", "NE", "APPR", "ADJD"} and end + 1 < limit and token.form.isalpha()
        )
        small = small and (end + 1 not in taken or scan.joined(end, "of somewhere"))
        if token.form in foreign:
            open_name = True
        elif capital and (open_name or token.tag != "NN" or token.form in scan.lexicon.designators):
            pass
        elif not (small and tokens[end + 1].form[0].isupper() and len(token.form) <= 4):
            break
        end += 1
    return end
