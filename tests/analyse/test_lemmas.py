"""The dictionary of lemmas, against simplemma's own reading of it."""

from __future__ import annotations

import pytest
import simplemma
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from kg.analyse import lemmas


def test_every_form_has_the_lemma_that_the_library_gives_it() -> None:
    own, theirs = lemmas._dictionary("de"), DefaultDictionaryFactory().get_dictionary("de")
    assert isinstance(own, lemmas.Forms)
    assert len(own) == len(theirs)
    assert all(own[form] == lemma == own.get(form) for form, lemma in theirs.items())


@pytest.mark.parametrize(
    "form", ["Häuser", "häuser", "ging", "Raketenwerfern", "xy", "US-Soldaten", "Ha\u0308user", "qwrtzu"]
)
def test_words_are_looked_up_as_the_library_does(form: str) -> None:
    assert lemmas.lemma(form, "de") == simplemma.lemmatize(form, lang="de")
    assert lemmas.known(form, "de") == simplemma.is_known(form, lang="de")


@pytest.mark.parametrize("form", ["", "Zzzzzzzz", "häuse"])
def test_what_is_no_form_is_not_found(form: str) -> None:
    own = lemmas._dictionary("de")
    assert own.get(form) is None
    assert own.get(form, "none") == "none"
    with pytest.raises(KeyError):
        own[form]
