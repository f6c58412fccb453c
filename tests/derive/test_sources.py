from dataclasses import replace

from derive.worlds import ACTORS, World, actor
from kg.derive.sources import independent, source_of, with_own_voices
from kg.lang import language
from kg.lang.own_voices import OwnVoiceRow


def names(links: tuple[tuple[str, ...], ...]) -> list[list[str]]:
    return [[one.rsplit("/", 1)[-1] for one in link] for link in links]


def test_article_in_its_own_voice_has_no_source() -> None:
    world = World()
    claim = world.say("c", None)
    assert source_of(world.claims[claim], world.corpus).original == ()


def test_relays_lead_to_the_last_speaker() -> None:
    world = World()
    page = world.article("a")
    circles = world.statement("circles", page, "ost-amt")
    service = world.statement("service", page, "agentur", relays=(circles,))
    claim = world.say("c", "kurier", article=page, relays=(service,))
    assert names(source_of(world.claims[claim], world.corpus).chain) == [["kurier"], ["agentur"], ["ost-amt"]]


def test_relays_in_a_circle_end() -> None:
    world = World()
    page = world.article("a")
    first = world.statement("first", page, "agentur", relays=("https://w3id.org/conflict-kg/id/statement/s-c",))
    claim = world.say("c", "kurier", article=page, relays=(first,))
    assert names(source_of(world.claims[claim], world.corpus).chain) == [["kurier"], ["agentur"]]


def test_carried_on_sentence_goes_back_where_the_first_one_does() -> None:
    world = World()
    page = world.article("a")
    amt = world.statement("amt", page, "ost-amt")
    first = world.statement("first", page, "agentur", relays=(amt,))
    carried = world.statement("carried", page, "agentur", continues=(first,))
    claim = world.claim("c", page, statement=carried)
    assert names(source_of(world.claims[claim], world.corpus).chain) == [["agentur"], ["ost-amt"]]


def test_medium_that_only_carried_the_words_stands_before_the_speaker() -> None:
    world = World()
    claim = world.say("c", "sudland", via=(actor("agentur"),))
    assert names(source_of(world.claims[claim], world.corpus).chain) == [["agentur"], ["sudland"]]


def test_medium_and_service_as_claimants_without_a_statement() -> None:
    world = World()
    claim = world.claim("c", world.article("a"), claimants=(actor("agentur"), actor("ost-amt")))
    assert names(source_of(world.claims[claim], world.corpus).chain) == [["agentur"], ["ost-amt"]]


def test_second_claimant_beside_the_speaker_is_a_source_too() -> None:
    world = World()
    claim = world.say("c", "ost-amt", claimants=(actor("ost-amt"), actor("allianz")))
    assert names(source_of(world.claims[claim], world.corpus).chain) == [["ost-amt", "allianz"]]


def test_five_articles_that_repeat_one_service_are_one_source() -> None:
    world = World()
    for number in range(5):
        world.say(f"c{number}", "ost-amt", published=f"2024-10-2{number}")
    findings = world.findings()
    assert len(independent(world.claims.values(), findings.sources, findings.corpus)) == 1


def test_minister_and_service_of_one_state_are_one_source_a_think_tank_is_another() -> None:
    world = World()
    for name, speaker in (("c1", "ost-amt"), ("c2", "ost-minister"), ("c3", "institut")):
        world.say(name, speaker)
    findings = world.findings()
    assert independent(world.claims.values(), findings.sources, findings.corpus) == {
        actor("ostland"),
        actor("institut"),
    }


def test_described_media_and_experts_do_not_speak_for_the_state_of_their_adjective() -> None:
    world = World()
    own = tuple(language("de").table(OwnVoiceRow).values())
    ostland = ACTORS[actor("ost-minister")]
    described = {
        actor(name): replace(ostland, iri=actor(name), names=(words,), registered=False)
        for name, words in (("blogs", "ostländische Kriegsblogs"), ("kreise", "ostländische Militärkreise"))
    }
    corpus = with_own_voices(replace(world.corpus, actors=ACTORS | described), own)
    assert corpus.principal(actor("blogs")) == actor("blogs")
    assert corpus.principal(actor("kreise")) == actor("ostland")
    assert corpus.principal(actor("ost-minister")) == actor("ostland")


def test_denial_is_no_source() -> None:
    world = World()
    world.say("c1", "ost-amt")
    world.say("c2", "sudland", modality="denied")
    findings = world.findings()
    assert independent(world.claims.values(), findings.sources, findings.corpus) == {actor("ostland")}


def test_medium_is_followed_into_its_own_article() -> None:
    world = World()
    own = world.article("own", "2024-10-20", publisher="Kurier")
    world.say("c1", "ost-amt", article=own)
    later = world.say("c2", "kurier", published="2024-10-22")
    assert names(world.findings().sources[later].chain) == [["kurier"], ["ost-amt"]]


def test_medium_is_not_followed_into_a_later_or_divided_article() -> None:
    world = World()
    own = world.article("own", "2024-10-25", publisher="Kurier")
    world.say("c1", "ost-amt", article=own)
    early = world.say("c2", "kurier", published="2024-10-22")
    assert names(world.findings().sources[early].chain) == [["kurier"]]
    divided = World()
    page = divided.article("own", "2024-10-20", publisher="Kurier")
    divided.say("c1", "ost-amt", article=page)
    divided.say("c2", "allianz", article=page)
    late = divided.say("c3", "kurier")
    assert names(divided.findings().sources[late].chain) == [["kurier"]]


def test_corroboration_needs_another_source() -> None:
    world = World()
    first = world.say("c1", "ost-amt", published="2024-10-20")
    world.say("c2", "ost-minister", published="2024-10-21")
    third = world.say("c3", "allianz", published="2024-10-22")
    assert world.findings().corroborations == ((third, first),)


def test_numbers_that_clash_do_not_corroborate() -> None:
    world = World()
    world.say("c1", "ost-amt", number=1500)
    world.say("c2", "allianz", number=9000)
    assert world.findings().corroborations == ()
