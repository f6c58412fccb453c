"""Local branches of parties and societies, actors of their own: "die Halmer SPÖ", "die steirische FPÖ", "SPÖ Halm"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import ActorKind
from kg.recognise.owners import actors_of
from kg.recognise.placed import place_behind
from kg.recognise.scan import Hit, Scan
from kg.recognise.together import OrganisationName
from kg.recognise.unknown import unknown

__all__ = ["branches"]

_WEAK = "n"


def branches(scan: Scan) -> Iterator[OrganisationName]:
    """The branches that an article names, each with the place before or behind the body's name."""
    for hit in scan.hits.values():
        if not scan.joined(hit.last - 1, "body with branches") or not actors_of(scan, hit):
            continue
        first, last = _begin(scan, hit), _end(scan, hit)
        if (first, last) != (hit.first, hit.last):
            yield OrganisationName(first, last, unknown(ActorKind.ORGANISATION, _label(scan, hit, first, last)))


def _begin(scan: Scan, hit: Hit) -> int:
    """Where the town or land before the name begins: "Halmer" of "die Halmer SPÖ"; the name itself where none is."""
    place = hit.first - 1
    if place < 0 or place in scan.senses or not (_of_land(scan, place) or _of_town(scan, hit, place)):
        return hit.first
    return place


def _of_land(scan: Scan, place: int) -> bool:
    """As in "die steirische FPÖ", "Steirischen Grünen"."""
    stem = scan.lexicon.adjective_stem(scan.tokens[place].form)
    return stem is not None and stem.lower() in scan.joints["adjective of a land"]


def _of_town(scan: Scan, hit: Hit, place: int) -> bool:
    """As in "die Halmer SPÖ": no "der Partner SPÖ", "die Gegner SPÖ und FPÖ"."""
    form = scan.tokens[place].form
    if not scan.lexicon.is_seat(form):
        return False
    base = form.removesuffix(scan.lexicon.declensions["strong adjective"].singular[0])
    towns = {f"{base}{ending}" for ending in ("", "n", "en")}
    if any(town.lower() in scan.joints["towns and lands"] for town in towns) or _known(scan, towns):
        return True
    joined = scan.joined(hit.last, "and") or (hit.last < len(scan.tokens) and scan.tokens[hit.last].form == ",")
    return scan.tokens[place].tag == "NE" and scan.joined(place - 1, "article") and not joined


def _known(scan: Scan, towns: set[str]) -> bool:
    """Whether the registry or the article has a town of one of these names."""
    gazetteer = scan.lexicon.gazetteer
    listed = any(key in gazetteer.places for town in towns for key in gazetteer.named(town))
    return listed or any(token.form in towns for token in scan.capitals)


def _end(scan: Scan, hit: Hit) -> int:
    """The end of the place behind the name: "SPÖ Halm"; the name's end where none is."""
    return place_behind(scan, hit.last, land=True)


def _label(scan: Scan, hit: Hit, first: int, last: int) -> str:
    """The branch as it is called: "Halmer Grüne" of "den Halmer Grünen", "steirische FPÖ"."""
    name = scan.text.words(scan.text.span(hit.first, hit.last))
    base = name.removesuffix(_WEAK)
    name = base if base != name and scan.lexicon.head(base) is not None else name
    before = scan.tokens[first].form if first < hit.first else ""
    stem = scan.lexicon.adjective_stem(before) if before and not scan.lexicon.is_seat(before) else None
    before = before if stem is None else f"{stem}e"
    behind = scan.text.words(scan.text.span(hit.last, last)) if last > hit.last else ""
    return " ".join(f"{before} {name} {behind}".split())
