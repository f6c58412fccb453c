"""Bodies called by their place: "Staatsanwaltschaft Kassel", "Oberlandesgericht (OLG) Graz", "Landesverband Bremen"."""

from __future__ import annotations

from kg.model import ActorKind, MentionForm
from kg.recognise.nameshapes import is_day
from kg.recognise.owners import actors_of, is_genitive_hit
from kg.recognise.scan import Hit, Scan

__all__ = ["behind_bracket", "is_placed", "place_before", "place_behind", "place_end"]


def place_end(scan: Scan, head: int) -> int:
    """The position behind the place that a body is called by, right behind its noun or an acronym in brackets; right
    behind the noun where none follows."""
    if not _ends(scan, head, "placed body ending"):
        return head + 1
    place, land = behind_bracket(scan, head + 1), _ends(scan, head, "landed body ending")
    end = place_behind(scan, place, land=land)
    return end if end > place else head + 1


def place_behind(scan: Scan, place: int, *, land: bool) -> int:
    """The position behind the place that stands at a position, also a state where `land`; the same where none does."""
    if place >= scan.text.sentence_at(place - 1).last:
        return place
    hit = scan.hits.get(place)
    if hit is not None:
        return hit.last if _is_place(scan, hit, land=land) else place
    return place + _may_be_place(scan, place, tagged=not land)


def _ends(scan: Scan, place: int, joint: str) -> bool:
    """Whether a noun, in the genitive as well, ends as a row of the joints says: "des Landgerichts Kassel"."""
    token = scan.tokens[place]
    return token.form.lower().endswith(scan.joints[joint]) or token.lemma.lower().endswith(scan.joints[joint])


def place_before(scan: Scan, first: int) -> str | None:
    """The place in the genitive that a phrase begins with: "Hessen" of "Hessens Polizei"; None where none is."""
    hit = scan.hits.get(first)
    if hit is None or not is_genitive_hit(scan, first) or actors_of(scan, hit):
        return None
    return scan.text.words(scan.text.span(first, hit.last)).rstrip("s'’")


def behind_bracket(scan: Scan, place: int) -> int:
    """The position behind an acronym in brackets, "(OLG)"; the same one where none stands."""
    forms = [token.form for token in scan.tokens[place : place + 3]]
    return place + 3 if forms[::2] == ["(", ")"] and forms[1].isupper() else place


def _is_place(scan: Scan, hit: Hit, *, land: bool) -> bool:
    """Whether a known name is a place and does not stand in the genitive."""
    meaning = hit.meanings[0]
    actor = scan.lexicon.gazetteer.actors.get(meaning.key)
    if actor is not None and meaning.form is not MentionForm.METONYM and not (land and actor.kind is ActorKind.STATE):
        return False
    form = scan.tokens[hit.last - 1].form
    return not (form.endswith("s") and scan.lexicon.tree.single(form[:-1]))


def _may_be_place(scan: Scan, place: int, *, tagged: bool) -> bool:
    """Whether an unknown word is a place by the tables or because the article says "in" before it elsewhere; a name by
    its tag where that is enough, as a society's may be its own ("Verband Halmnet")."""
    token = scan.tokens[place]
    if not token.form[0].isupper() or place in scan.senses or place in scan.states or is_day(scan, token.form):
        return False
    if not token.form.replace("-", "").isalpha() or token.form in scan.lexicon.genders or token.form.isupper():
        return False
    if scan.joined(place, "towns and lands"):
        return True
    return (tagged and token.tag == "NE") or (token.tag in {"NE", "NN"} and _told_of(scan, token.form))


def _told_of(scan: Scan, form: str) -> bool:
    """Whether the article tells of a place of this name: "in Halmstein", "Halmsteiner"."""
    return any(
        (token.form == form and scan.joined(token.position - 1, "in a town")) or token.form == f"{form}er"
        for token in scan.capitals
    )


def is_placed(scan: Scan, place: int) -> bool:
    """Whether a noun that no table knows is called by the place behind it: "Bergrettung Halmau"."""
    token = scan.tokens[place] if place >= 0 else None
    noun = token is not None and token.tag in {"NN", "NE"} and token.form[0].isupper() and place not in scan.senses
    return noun and token is not None and token.lemma.lower().endswith(scan.joints["placed body ending"])
