"""A tender's check on paper: the certificate in short, the annex with the proof of every finding."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from flask_babel import get_locale, gettext, ngettext

from register.paper import Code, Facts, Heading, Note, Paper, Part, Table
from register.screening import Row
from register.store.issued_papers import IssuedPaper, PaperKind
from register.web.findings.shown import ShownFinding, Step
from register.web.screen.committee_words import ShownMember
from register.web.screen.gate import ShownCheck
from register.web.screen.seen import SeenTender, law
from register.web.words import day, moment, money
from register.words import N_

TITLES = {
    PaperKind.CERTIFICATE: N_("Conflict-check certificate"),
    PaperKind.ANNEX: N_("Annex to the evaluation report: ownership and conflicts"),
}


def paper_of(seen: SeenTender, kind: PaperKind) -> Paper:
    """The paper as it stands now, without who issues it and when."""
    return Paper(
        title=gettext(TITLES[kind]),
        over=f"{law().county_title} · Umiliki",
        parts=(
            *_about(seen),
            *_bidders(seen),
            *(_found_in_full(seen) if kind is PaperKind.ANNEX else _found(seen)),
            *_open(seen),
            *_gate(seen),
            *_committee(seen),
            Note(
                gettext(
                    "This paper tells facts and who answered for them, as the register knew them at the moment of the "
                    "check. It says of nobody that they did wrong. A letter that the paper cannot print is marked ◊."
                ),
                small=True,
            ),
        ),
        foot=seen.over,
        language=str(get_locale()),
    )


def as_draft(paper: Paper) -> Paper:
    """The paper before anybody has issued it; it says so."""
    words = gettext("Draft: nobody has issued this paper, and it may change.")
    title = gettext("%(title)s (draft)", title=paper.title)
    return replace(paper, title=title, parts=(Note(words), *paper.parts))


def as_checked(paper: Paper, kept: Paper) -> Paper:
    """The paper with the moment of the check that stands on a kept one: a check that found the same changes nothing."""
    term = gettext("Checked")
    told = [row for part in kept.parts if isinstance(part, Facts) for row in part.rows if row[0] == term]
    if not told:
        return paper

    def checked(part: Part) -> Part:
        if not isinstance(part, Facts):
            return part
        return Facts(tuple(told[0] if row[0] == term else row for row in part.rows))

    return replace(paper, parts=tuple(map(checked, paper.parts)))


def as_issued(paper: Paper, issued: IssuedPaper, names: Mapping[int, str], address: str) -> Paper:
    """The paper with who signed it and how to check it: its number, fingerprint and place in the audit trail."""
    told = (
        Heading(gettext("How to check this paper")),
        Facts(
            (
                (gettext("Number"), str(issued.number)),
                *_signatures(issued, names),
                (
                    gettext("Entry in the audit trail"),
                    str(issued.second.entry if issued.second else issued.entry),
                ),
                (gettext("Fingerprint (SHA-256)"), in_groups(issued.fingerprint)),
            )
        ),
        Code(
            address,
            gettext("Officers and auditors of the county find the same paper here, word for word:"),
        ),
    )
    foot = gettext("%(tender)s · paper %(number)s", tender=paper.foot, number=issued.number)
    if issued.issued:
        return replace(paper, parts=(*paper.parts, *told), foot=foot)
    words = gettext("Not issued yet: one officer has signed this paper, and another must sign it too.")
    title = gettext("%(title)s (not issued)", title=paper.title)
    return replace(paper, title=title, parts=(Note(words), *paper.parts, *told), foot=foot)


def _signatures(issued: IssuedPaper, names: Mapping[int, str]) -> Iterator[tuple[str, str]]:
    first, at = names.get(issued.by, ""), moment(issued.at)
    if not issued.needs_second:
        yield gettext("Issued"), at
        yield gettext("Issued by"), first
        return
    second = issued.second
    yield gettext("Issued"), moment(second.at) if second else gettext("Not yet")
    yield gettext("First signature"), gettext("%(name)s, %(moment)s", name=first, moment=at)
    yield (
        gettext("Second signature"),
        gettext("%(name)s, %(moment)s", name=names.get(second.by, ""), moment=moment(second.at))
        if second
        else gettext("Not yet"),
    )


def in_groups(fingerprint: str) -> str:
    """A fingerprint in groups of eight, so that eyes can follow."""
    return " ".join(fingerprint[place : place + 8] for place in range(0, len(fingerprint), 8))


def _about(seen: SeenTender) -> Iterator[Part]:
    process, asked = seen.process, seen.screening
    yield Facts(
        (
            (gettext("Tender"), process.tender_id or process.ocid),
            (gettext("Title"), process.title),
            (gettext("Buyer"), process.buyer),
            (gettext("Closes"), day(process.closes)),
            (gettext("Bidders looked at on"), day(asked.as_of) if asked else "–"),
            (gettext("Checked"), moment(asked.asked_at) if asked else gettext("Not yet")),
            (gettext("Against"), seen.list_words),
            (gettext("Rules"), seen.ruleset),
        )
    )
    count = seen.summary
    bidders = ngettext("%(num)s bidder", "%(num)s bidders", count.bidders)
    clusters = ngettext("%(num)s cluster", "%(num)s clusters", count.clusters)
    waiting = ngettext("%(num)s finding to answer", "%(num)s findings to answer", count.to_answer)
    yield Note(f"{bidders}, {clusters}, {waiting}.")


def _bidders(seen: SeenTender) -> Iterator[Part]:
    yield Heading(gettext("Bidders"))
    yield Table(
        f"{seen.matrix_words} {gettext('One letter is one cluster: bidders under common control.')}",
        (gettext("Cluster"), gettext("Bidder"), gettext("Declared"), gettext("Bid")),
        tuple(_bidder(each.letter, row) for each in seen.matrix.clusters for row in each.rows),
    )


def _bidder(letter: str, row: Row) -> tuple[str, ...]:
    bid = row.bid
    amount = money(bid.value, bid.currency) if bid.value is not None else "–"
    return letter, row.name, day(bid.declared_on) if bid.declared_on else gettext("Not yet"), amount


def _found(seen: SeenTender) -> Iterator[Part]:
    yield Heading(gettext("Findings"))
    if not seen.findings:
        yield Note(gettext("The questions asked found nothing."))
        return
    yield Table(
        gettext("Each with where it stands and who decided"),
        (gettext("No."), gettext("Finding"), gettext("Where it stands"), gettext("Decisions")),
        tuple(
            (str(each.number), each.in_full, _stands(each), " ".join(_decisions(each)))
            for each in seen.findings
        ),
    )


def _stands(found: ShownFinding) -> str:
    if found.gone_at:
        return gettext("No longer found since %(moment)s", moment=moment(found.gone_at))
    if found.context and not found.answers:
        return gettext("For context")
    return found.stands


def _decisions(found: ShownFinding) -> Iterator[str]:
    for each in found.answers:
        yield gettext(
            "%(did)s, %(date)s, %(name)s: %(reason)s",
            did=each.did,
            date=moment(each.at),
            name=each.by,
            reason=each.reason,
        )


def _found_in_full(seen: SeenTender) -> Iterator[Part]:
    yield Heading(gettext("Findings"))
    if not seen.findings:
        yield Note(gettext("The questions asked found nothing."))
    for each in seen.findings:
        yield Heading(f"{each.number}. {each.in_full}")
        yield Facts(
            (
                (
                    gettext("Question"),
                    f"{each.title} ({gettext('rule version %(version)s', version=each.version)})",
                ),
                (gettext("Weight"), each.weight),
                (gettext("Where it stands"), _stands(each)),
                (gettext("Looked at on"), day(each.as_of)),
                (gettext("First seen"), moment(each.first_seen)),
            )
        )
        yield Note(" ".join((*each.details, *each.more_details, each.sureness)).strip())
        for place, step in enumerate(each.steps, 1):
            yield Note(f"{place}. {_step(step)}", small=True)
        for words in _decisions(each):
            yield Note(words)


def _step(step: Step) -> str:
    words = " ".join(step.words)
    if step.statement_id:
        where = gettext("statement %(id)s", id=step.statement_id)
        return f"{words} [{where}, {gettext('declared %(date)s', date=day(step.declared_on))}]"
    if step.pointers:
        return f"{words} [{gettext('in the release: %(places)s', places=', '.join(step.pointers))}]"
    return words


def _open(seen: SeenTender) -> Iterator[Part]:
    if seen.unjudged:
        yield Heading(gettext("Could not be judged"))
        yield Table(
            gettext("Each question once, beside those that are open for the same reason"),
            (gettext("Why"), gettext("Questions left open")),
            tuple(
                (" ".join(words for why in each.why for words in why.words), "; ".join(each.questions))
                for each in seen.unjudged
            ),
        )


def _gate(seen: SeenTender) -> Iterator[Part]:
    yield Heading(gettext("Before the award"))
    yield Table(
        gettext("What must be so, and what was said where it is not"),
        (gettext("What"), gettext("How it stands"), gettext("Reason")),
        tuple(_check(each) for each in seen.gate),
    )


def _committee(seen: SeenTender) -> Iterator[Part]:
    yield Heading(gettext("Opening and evaluation committees"))
    if not seen.committee:
        yield Note(gettext("No committee has been named."))
        return
    yield Table(
        gettext("Each member, and what they declared about conflicts of their own"),
        (gettext("Name"), gettext("Committee"), gettext("Declared")),
        tuple(_member(each) for each in seen.committee),
    )


def _member(member: ShownMember) -> tuple[str, ...]:
    words = "; ".join(member.history) or gettext("Not yet")
    if member.over:
        words = gettext("%(words)s; appointment ended %(date)s", words=words, date=day(member.until))
    return member.name, f"{member.committee}, {member.seat}", words


def _check(check: ShownCheck) -> tuple[str, ...]:
    stands = gettext("Done") if check.done else gettext("Reason given") if check.reason else check.left
    words = f"{check.words}. {check.more}".strip() if check.more else check.words
    given = gettext(
        "%(name)s, %(date)s: %(reason)s", name=check.by, date=moment(check.at), reason=check.reason
    )
    return words, stands, given if check.reason else ""
