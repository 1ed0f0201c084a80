"""A chain of stakes told in sentences, each with the facts that fill it."""

from register.graph.owners import Owner
from register.graph.paths import Path, share_along
from register.graph.picture import Control, Picture, Stake
from register.graph.shares import text_of
from register.graph.telling import Sentence
from register.words import N_

#: What gives somebody a say in a company, as a sentence.
SAYS = {
    Control.BOARD: N_("%(holder)s may appoint most of the board of %(held)s."),
    Control.INFLUENCE: N_("%(holder)s has influence or control over %(held)s."),
    Control.RULES: N_("%(holder)s controls %(held)s by law or by its articles."),
    Control.TRUST: N_("%(holder)s is settlor, trustee or protector of %(held)s."),
    Control.NOMINATOR: N_("%(holder)s stands behind the nominee in %(held)s."),
    Control.NOMINEE: N_("%(holder)s is a nominee in %(held)s."),
    Control.CONTRACT: N_("%(holder)s has rights under a contract in %(held)s."),
    Control.OFFICER: N_("%(holder)s is a senior manager or director of %(held)s."),
    Control.UNKNOWN: N_("%(holder)s has an interest of unknown kind in %(held)s."),
    Control.MAJORITY: N_("%(holder)s has the majority in %(held)s."),
    Control.VOTES: N_("%(holder)s has votes in %(held)s through companies it controls."),
}


def told(picture: Picture, stake: Stake) -> tuple[Sentence, ...]:
    """Say what one stake is, and what is to be known about it: since when, how late, how sure."""
    facts = {"holder": picture.name(stake.holder), "held": picture.name(stake.held)}
    return (*_held(stake, facts), *_caveats(picture, stake))


def _held(stake: Stake, facts: dict[str, str]) -> list[Sentence]:
    if not facts["holder"]:
        return [_unnamed(stake, facts)]
    said: list[Sentence] = []
    if stake.shares is not None:
        with_share = {**facts, "share": text_of(stake.shares), "since_on": str(stake.since or "")}
        said.append(Sentence(_owning(stake), with_share))
    if stake.votes is not None:
        said.append(
            Sentence(
                N_("%(holder)s has %(share)s of the votes in %(held)s."),
                {**facts, "share": text_of(stake.votes)},
            )
        )
    said.extend(Sentence(SAYS[each], facts) for each in sorted(stake.controls, key=list(Control).index))
    return said or [Sentence(N_("%(holder)s holds an interest in %(held)s."), facts)]


def _unnamed(stake: Stake, facts: dict[str, str]) -> Sentence:
    if stake.shares is None:
        return Sentence(N_("Nobody is named as an owner of %(held)s."), facts)
    with_share = {**facts, "share": text_of(stake.shares)}
    return Sentence(N_("Somebody who is not named owns %(share)s of %(held)s."), with_share)


def _owning(stake: Stake) -> str:
    if stake.indirect:
        if stake.since:
            return N_("%(holder)s owns %(share)s of %(held)s, indirectly, since %(since_on)s.")
        return N_("%(holder)s owns %(share)s of %(held)s, indirectly.")
    if stake.since:
        return N_("%(holder)s owns %(share)s of %(held)s, directly, since %(since_on)s.")
    return N_("%(holder)s owns %(share)s of %(held)s, directly.")


def _caveats(picture: Picture, stake: Stake) -> list[Sentence]:
    said = []
    if stake.late:
        facts = {"declared_on": str(stake.declared_on), "as_of_on": str(picture.as_of)}
        said.append(Sentence(N_("Declared on %(declared_on)s, after %(as_of_on)s."), facts))
    if stake.held_then is None:
        facts = {"as_of_on": str(picture.as_of)}
        said.append(Sentence(N_("It could not be told whether this held on %(as_of_on)s already."), facts))
    if stake.holder_record in picture.parties[stake.holder].typed_records:
        said.append(Sentence(N_("The identity number was typed, and nobody has confirmed it yet.")))
    return said


def product_of(path: Path) -> Sentence | None:
    """Say what a chain of two shares or more comes to; None where there is nothing to multiply."""
    share = share_along(path)
    if share is None or len(path) < 2:
        return None
    steps = [text_of(stake.shares) for stake in path if stake.shares]
    return Sentence(
        N_("%(steps)s: together %(share)s."), {"steps": " × ".join(steps), "share": text_of(share)}
    )


def through(picture: Picture, path: Path) -> str:
    """Name the parties between the two ends of a chain; empty when it is direct."""
    return ", ".join(picture.name(stake.holder) for stake in path[1:])


def stands_behind(picture: Picture, owner: Owner, company: str) -> tuple[Sentence, ...]:
    """Say what an owner is to a company: the share with the chains together, and the say it has besides."""
    facts = {"holder": owner.party.name, "held": picture.name(company)}
    between = through(picture, owner.paths[0]) if owner.paths else ""
    said = []
    if owner.economic is not None and owner.economic.high > 0:
        shared = {**facts, "share": text_of(owner.economic), "through": between}
        said.append(Sentence(_behind(between, len(owner.paths)), shared))
    for basis, path in owner.controls:
        said.append(Sentence(SAYS[basis], facts))
        if (way := through(picture, path)) and (way != between or not owner.economic):
            said.append(Sentence(N_("This is through %(through)s."), {"through": way}))
    return tuple(said)


def _behind(between: str, chains: int) -> str:
    if chains > 1:
        return N_("%(holder)s owns %(share)s of %(held)s, all chains together.")
    if between:
        return N_("%(holder)s owns %(share)s of %(held)s, through %(through)s.")
    return N_("%(holder)s owns %(share)s of %(held)s, directly.")
