"""The one table of who may open what: every endpoint and method of the register stands here, or the house falls."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from tests.house.principals import COLLEAGUES, OF_STAFF, OF_SUPPLIERS, SIGNED_IN, STRANGERS, Who


class Outcome(StrEnum):
    """What an answer means to whoever asked."""

    OPEN = "opened"
    SIGN_IN = "asked to sign in"
    REFUSED = "refused"
    NOTHING = "nothing is there"


@dataclass(frozen=True, slots=True)
class Line:
    """Who may, and what they meet; `others` is what everybody else meets where that is not the usual refusal."""

    may: frozenset[Who]
    meets: Outcome = Outcome.OPEN
    others: Outcome | None = None
    #: To the people of other companies, what is about a company does not exist.
    of_company: bool = False
    #: Nor does what is somebody's own to anybody who might have the like.
    strangers: frozenset[Who] = STRANGERS

    def expected(self, who: Who, method: str) -> Outcome:
        """What somebody meets who asks by this method."""
        if who in self.may:
            return self.meets
        if self.others is not None:
            return self.others
        if self.of_company and who in self.strangers:
            return Outcome.NOTHING
        return Outcome.SIGN_IN if who not in SIGNED_IN and method == "GET" else Outcome.REFUSED


EVERYBODY = Line(frozenset(Who))
ANY_ACCOUNT = Line(SIGNED_IN)
#: The example county names no provider elsewhere in its settings: there is no such door.
NO_PROVIDER = Line(frozenset(Who), meets=Outcome.NOTHING)
EVERY_STAFF = Line(OF_STAFF)
SUPPLIERS = Line(OF_SUPPLIERS)
#: Staff who enter a company's paper answer as its people do, each for that company alone.
ANSWERS = STRANGERS | {Who.ENTERING}
SUPPLIERS_AND_ENTERING = Line(OF_SUPPLIERS | {Who.ENTERING})
#: About the company in the address: who signs for it, writes, reads; and who says who acts for it.
OF_COMPANY = Line(frozenset({Who.OWNER, Who.DELEGATE}), of_company=True, strangers=ANSWERS)
WRITES = Line(frozenset({Who.OWNER, Who.DELEGATE, Who.EDITOR}), of_company=True, strangers=ANSWERS)
READS = Line(COLLEAGUES, of_company=True, strangers=ANSWERS)
LETS_IN = Line(frozenset({Who.OWNER, Who.DELEGATE}), of_company=True)
SEES_PEOPLE = Line(COLLEAGUES, of_company=True)
#: What is the owner's person's own, whatever company they act for.
OWN = Line(frozenset({Who.OWNER}), of_company=True, strangers=OF_SUPPLIERS | {Who.ENTERING})
OWN_CLAIM = Line(frozenset({Who.OWNER}), of_company=True, strangers=OF_SUPPLIERS)
#: A change of one's own address that waits: everybody may have one, and nobody takes another's back.
OWN_CHANGE = Line(frozenset({Who.OWNER}), of_company=True, strangers=SIGNED_IN)
SCREENS = Line(frozenset({Who.OFFICER, Who.AUDITOR}))
OFFICERS = Line(frozenset({Who.OFFICER}))
ENTERS = Line(frozenset({Who.CLERK, Who.ENTERING, Who.REGISTRAR}))
OWN_PAPER = Line(frozenset({Who.ENTERING}), of_company=True, strangers=frozenset({Who.CLERK, Who.REGISTRAR}))
READS_REVIEW = Line(frozenset({Who.REGISTRAR, Who.AUDITOR}))
REGISTRARS = Line(frozenset({Who.REGISTRAR}))
SECONDS = Line(frozenset({Who.REGISTRAR, Who.ADMINISTRATOR}))
ADMINISTRATORS = Line(frozenset({Who.ADMINISTRATOR}))
AUDITORS = Line(frozenset({Who.AUDITOR}))
AWAITS_CODE = Line(frozenset({Who.HALF_WAY}), others=Outcome.SIGN_IN)
AWAITS_FIRST_CODE = Line(frozenset({Who.ENROLLING}), others=Outcome.NOTHING)

INVITERS = Line(frozenset({Who.OFFICER, Who.REGISTRAR}))

TABLE: Mapping[tuple[str, str], Line] = {
    ("account.add_passkey", "GET"): EVERY_STAFF,
    ("account.add_passkey", "POST"): EVERY_STAFF,
    ("account.add_staff", "GET"): ADMINISTRATORS,
    ("account.add_staff", "POST"): ADMINISTRATORS,
    ("account.add_supplier", "GET"): ADMINISTRATORS,
    ("account.add_supplier", "POST"): ADMINISTRATORS,
    ("account.another_phone", "GET"): EVERY_STAFF,
    ("account.another_phone", "POST"): EVERY_STAFF,
    ("account.audit", "GET"): AUDITORS,
    ("account.back_from_elsewhere", "GET"): NO_PROVIDER,
    ("account.back_from_elsewhere", "POST"): NO_PROVIDER,
    ("account.change_contact", "GET"): ANY_ACCOUNT,
    ("account.change_contact", "POST"): ANY_ACCOUNT,
    ("account.change_own_passphrase", "GET"): ANY_ACCOUNT,
    ("account.change_own_passphrase", "POST"): ANY_ACCOUNT,
    ("account.code", "GET"): AWAITS_CODE,
    ("account.code", "POST"): AWAITS_CODE,
    ("account.deactivate", "POST"): ADMINISTRATORS,
    ("account.elsewhere", "GET"): NO_PROVIDER,
    ("account.end_others", "POST"): ANY_ACCOUNT,
    ("account.end_session", "POST"): ANY_ACCOUNT,
    ("account.enrol", "GET"): EVERYBODY,
    ("account.enrol", "POST"): EVERYBODY,
    ("account.enrol_code", "GET"): AWAITS_FIRST_CODE,
    ("account.enrol_code", "POST"): AWAITS_FIRST_CODE,
    ("account.factors", "GET"): EVERY_STAFF,
    ("account.forgotten", "GET"): EVERYBODY,
    ("account.forgotten", "POST"): EVERYBODY,
    ("account.join", "GET"): EVERYBODY,
    ("account.join", "POST"): EVERYBODY,
    ("account.new_link", "POST"): ADMINISTRATORS,
    ("account.own", "GET"): ANY_ACCOUNT,
    ("account.passkey", "POST"): AWAITS_CODE,
    ("account.people", "GET"): ADMINISTRATORS,
    ("account.prove_again", "GET"): ANY_ACCOUNT,
    ("account.prove_again", "POST"): ANY_ACCOUNT,
    ("account.proved", "GET"): EVERYBODY,
    ("account.proved", "POST"): EVERYBODY,
    ("account.reactivate", "POST"): ADMINISTRATORS,
    ("account.recover", "GET"): AWAITS_CODE,
    ("account.recover", "POST"): AWAITS_CODE,
    ("account.recovery_codes_made", "GET"): EVERY_STAFF,
    ("account.recovery_codes_made", "POST"): EVERY_STAFF,
    ("account.remove_passkey", "POST"): EVERY_STAFF,
    ("account.sent_code", "GET"): EVERYBODY,
    ("account.sent_code", "POST"): EVERYBODY,
    ("account.sessions", "GET"): ANY_ACCOUNT,
    ("account.set_language", "GET"): EVERYBODY,
    ("account.sign_in", "GET"): EVERYBODY,
    ("account.sign_in", "POST"): EVERYBODY,
    ("account.sign_out", "POST"): Line(SIGNED_IN, meets=Outcome.SIGN_IN),
    ("account.undo_contact", "GET"): EVERYBODY,
    ("account.undo_contact", "POST"): EVERYBODY,
    ("account.withdraw_change", "POST"): OWN_CHANGE,
    ("api.entries", "GET"): EVERYBODY,
    ("company.approve", "POST"): LETS_IN,
    ("company.ask", "GET"): SUPPLIERS,
    ("company.ask_known", "GET"): SUPPLIERS,
    ("company.ask_known", "POST"): SUPPLIERS,
    ("company.ask_new", "GET"): SUPPLIERS,
    ("company.ask_new", "POST"): SUPPLIERS,
    ("company.invitation", "GET"): EVERYBODY,
    ("company.invitation", "POST"): EVERYBODY,
    ("company.invite", "GET"): LETS_IN,
    ("company.invite", "POST"): LETS_IN,
    ("company.leave", "POST"): SEES_PEOPLE,
    ("company.mine", "GET"): SUPPLIERS,
    ("company.people", "GET"): SEES_PEOPLE,
    ("company.person", "GET"): LETS_IN,
    ("company.person", "POST"): LETS_IN,
    ("company.refuse", "GET"): LETS_IN,
    ("company.refuse", "POST"): LETS_IN,
    ("company.request_page", "GET"): OWN_CLAIM,
    ("company.request_page", "POST"): OWN_CLAIM,
    ("company.request_paper", "GET"): OWN_CLAIM,
    ("company.revoke", "POST"): LETS_IN,
    ("company.take_paper_away", "POST"): OWN_CLAIM,
    ("company.withdraw", "POST"): OWN_CLAIM,
    ("company.withdraw_invited", "POST"): LETS_IN,
    ("declare.answer", "GET"): WRITES,
    ("declare.answer", "POST"): WRITES,
    ("declare.begin", "POST"): WRITES,
    ("declare.bids", "GET"): OF_COMPANY,
    ("declare.bids", "POST"): OF_COMPANY,
    ("declare.cease", "GET"): WRITES,
    ("declare.cease", "POST"): WRITES,
    ("declare.change", "GET"): WRITES,
    ("declare.change", "POST"): WRITES,
    ("declare.confirm_unchanged", "GET"): OF_COMPANY,
    ("declare.confirm_unchanged", "POST"): OF_COMPANY,
    ("declare.correct", "GET"): WRITES,
    ("declare.correct", "POST"): WRITES,
    ("declare.declaration", "GET"): READS,
    ("declare.discard", "GET"): WRITES,
    ("declare.discard", "POST"): WRITES,
    ("declare.dissolved", "GET"): OF_COMPANY,
    ("declare.dissolved", "POST"): OF_COMPANY,
    ("declare.history", "GET"): READS,
    ("declare.reply", "GET"): OF_COMPANY,
    ("declare.reply", "POST"): OF_COMPANY,
    ("declare.withdraw", "GET"): OF_COMPANY,
    ("declare.withdraw", "POST"): OF_COMPANY,
    ("declare.check", "GET"): READS,
    ("declare.confirm_owner", "GET"): EVERYBODY,
    ("declare.confirm_owner", "POST"): EVERYBODY,
    ("declare.confirmation", "GET"): READS,
    ("declare.paper", "GET"): READS,
    ("declare.invited", "GET"): EVERYBODY,
    ("declare.invited", "POST"): EVERYBODY,
    ("declare.many", "GET"): SUPPLIERS_AND_ENTERING,
    ("declare.many", "POST"): SUPPLIERS_AND_ENTERING,
    ("declare.many_faults", "GET"): OWN,
    ("declare.many_seen", "GET"): OWN,
    ("declare.many_template", "GET"): SUPPLIERS_AND_ENTERING,
    ("declare.remove", "GET"): WRITES,
    ("declare.remove", "POST"): WRITES,
    ("declare.revoke_code", "POST"): OF_COMPANY,
    ("declare.send_link", "POST"): WRITES,
    ("declare.sign", "GET"): OF_COMPANY,
    ("declare.sign", "POST"): OF_COMPANY,
    ("declare.start", "GET"): SUPPLIERS_AND_ENTERING,
    ("declare.tasks", "GET"): READS,
    ("declare.verify", "GET"): EVERYBODY,
    ("dev.letters", "GET"): EVERYBODY,
    ("health.alive", "GET"): EVERYBODY,
    ("health.ready", "GET"): EVERYBODY,
    ("public.checksum", "GET"): EVERYBODY,
    ("public.companies", "GET"): EVERYBODY,
    ("public.companies_data", "GET"): EVERYBODY,
    ("public.company", "GET"): EVERYBODY,
    ("public.company_data", "GET"): EVERYBODY,
    ("public.company_statements", "GET"): EVERYBODY,
    ("public.contract", "GET"): EVERYBODY,
    ("public.contract_data", "GET"): EVERYBODY,
    ("public.contracts", "GET"): EVERYBODY,
    ("public.contracts_data", "GET"): EVERYBODY,
    ("public.downloads", "GET"): EVERYBODY,
    ("public.everything", "GET"): EVERYBODY,
    ("public.flag", "GET"): EVERYBODY,
    ("public.flag_data", "GET"): EVERYBODY,
    ("public.flags", "GET"): EVERYBODY,
    ("public.flags_data", "GET"): EVERYBODY,
    ("public.home", "GET"): EVERYBODY,
    ("public.home_data", "GET"): EVERYBODY,
    ("public.made", "GET"): EVERYBODY,
    ("public.person", "GET"): EVERYBODY,
    ("public.person_data", "GET"): EVERYBODY,
    ("public.picture", "GET"): EVERYBODY,
    ("public.privacy", "GET"): EVERYBODY,
    ("public.search", "GET"): EVERYBODY,
    ("public.search_data", "GET"): EVERYBODY,
    ("public.statement", "GET"): EVERYBODY,
    ("public.statement_data", "GET"): EVERYBODY,
    ("public.words", "GET"): EVERYBODY,
    ("review.accept", "POST"): REGISTRARS,
    ("review.ask", "POST"): REGISTRARS,
    ("review.ask_to_see", "GET"): REGISTRARS,
    ("review.ask_to_see", "POST"): REGISTRARS,
    ("review.check_paper", "POST"): REGISTRARS,
    ("review.declaration_paper", "GET"): REGISTRARS,
    ("review.open_private", "POST"): REGISTRARS,
    ("review.proposal", "GET"): SECONDS,
    ("review.proposal", "POST"): SECONDS,
    ("review.proposals", "GET"): SECONDS,
    ("review.protect", "GET"): REGISTRARS,
    ("review.protect", "POST"): REGISTRARS,
    ("review.why_protected", "POST"): REGISTRARS,
    ("review.protection", "GET"): READS_REVIEW,
    ("review.redact", "GET"): REGISTRARS,
    ("review.redact_record", "GET"): REGISTRARS,
    ("review.redact_record", "POST"): REGISTRARS,
    ("review.rule", "GET"): SECONDS,
    ("review.rule", "POST"): SECONDS,
    ("review.rules", "GET"): SECONDS,
    ("review.take", "POST"): REGISTRARS,
    ("review.take_back", "POST"): REGISTRARS,
    ("review.approve_claim", "POST"): REGISTRARS,
    ("review.claim", "GET"): READS_REVIEW,
    ("review.claim_paper", "GET"): REGISTRARS,
    ("review.claims", "GET"): READS_REVIEW,
    ("review.declaration_scan", "GET"): REGISTRARS,
    ("review.give_paper_up", "POST"): OWN_PAPER,
    ("review.new_paper", "GET"): ENTERS,
    ("review.new_paper", "POST"): ENTERS,
    ("review.paper", "GET"): OWN_PAPER,
    ("review.paper", "POST"): OWN_PAPER,
    ("review.paper_scan", "GET"): OWN_PAPER,
    ("review.paper_sheet", "GET"): ENTERS,
    ("review.paper_sheet", "POST"): ENTERS,
    ("review.paper_sheet_template", "GET"): ENTERS,
    ("review.papers", "GET"): ENTERS,
    ("review.refuse_claim", "POST"): REGISTRARS,
    ("review.take_scan_away", "POST"): OWN_PAPER,
    ("review.alike", "GET"): READS_REVIEW,
    ("review.confirm", "GET"): REGISTRARS,
    ("review.confirm", "POST"): REGISTRARS,
    ("review.declaration", "GET"): READS_REVIEW,
    ("review.decide_pair", "POST"): REGISTRARS,
    ("review.enter_extract", "GET"): REGISTRARS,
    ("review.enter_extract", "POST"): REGISTRARS,
    ("review.erase", "GET"): REGISTRARS,
    ("review.erase", "POST"): REGISTRARS,
    ("review.extract", "GET"): READS_REVIEW,
    ("review.extracts", "GET"): READS_REVIEW,
    ("review.invite", "GET"): INVITERS,
    ("review.invite", "POST"): INVITERS,
    ("review.invited", "GET"): INVITERS,
    ("review.invited_contact", "GET"): INVITERS,
    ("review.invited_contact", "POST"): INVITERS,
    ("review.pair", "GET"): READS_REVIEW,
    ("review.people", "GET"): READS_REVIEW,
    ("review.queue", "GET"): READS_REVIEW,
    ("review.registers", "GET"): READS_REVIEW,
    ("review.reject", "POST"): REGISTRARS,
    ("review.send_extracts", "POST"): REGISTRARS,
    ("review.send_invited", "POST"): INVITERS,
    ("review.ticket", "GET"): READS_REVIEW,
    ("review.ticket_close", "POST"): REGISTRARS,
    ("review.ticket_list", "GET"): READS_REVIEW,
    ("review.ticket_take", "POST"): REGISTRARS,
    ("oversight.across", "GET"): SCREENS,
    ("oversight.awards", "GET"): SCREENS,
    ("oversight.changes", "GET"): SCREENS,
    ("oversight.dashboard", "GET"): SCREENS,
    ("oversight.decide", "POST"): OFFICERS,
    ("oversight.feed", "GET"): SCREENS,
    ("oversight.finding", "GET"): SCREENS,
    ("oversight.finding_svg", "GET"): SCREENS,
    ("oversight.findings", "GET"): SCREENS,
    ("oversight.keep", "POST"): SCREENS,
    ("oversight.listed", "GET"): SCREENS,
    ("oversight.lists_page", "GET"): SCREENS,
    ("oversight.owner", "GET"): SCREENS,
    ("oversight.owners", "GET"): SCREENS,
    ("oversight.read", "GET"): EVERYBODY,
    ("oversight.report", "GET"): SCREENS,
    ("oversight.report_csv", "GET"): SCREENS,
    ("oversight.report_pdf", "GET"): SCREENS,
    ("oversight.reserved", "GET"): SCREENS,
    ("oversight.send", "POST"): OFFICERS,
    ("oversight.suppliers", "GET"): SCREENS,
    ("screen.bidder", "GET"): SCREENS,
    ("screen.committee", "GET"): SCREENS,
    ("screen.name_to_committee", "POST"): OFFICERS,
    ("screen.end_appointment", "POST"): OFFICERS,
    ("screen.own_committees", "GET"): EVERY_STAFF,
    ("screen.declare", "GET"): EVERY_STAFF,
    ("screen.declare", "POST"): EVERY_STAFF,
    ("screen.declared_on_paper", "GET"): OFFICERS,
    ("screen.declared_on_paper", "POST"): OFFICERS,
    ("screen.decide", "POST"): OFFICERS,
    ("screen.finding", "GET"): SCREENS,
    ("screen.finding_svg", "GET"): SCREENS,
    ("screen.import_made", "GET"): SCREENS,
    ("screen.imports_made", "GET"): SCREENS,
    ("screen.send_file", "POST"): OFFICERS,
    ("screen.decide_join", "POST"): OFFICERS,
    ("screen.join", "GET"): SCREENS,
    ("screen.issue", "POST"): OFFICERS,
    ("screen.issued", "GET"): SCREENS,
    ("screen.issued_pdf", "GET"): SCREENS,
    ("screen.sign", "POST"): OFFICERS,
    ("screen.note", "POST"): OFFICERS,
    ("screen.note_again", "GET"): SCREENS,
    ("screen.paper", "GET"): SCREENS,
    ("screen.paper_pdf", "GET"): SCREENS,
    ("screen.quick", "GET"): SCREENS,
    ("screen.quick_screen", "POST"): SCREENS,
    ("screen.shared", "GET"): SCREENS,
    ("screen.tender", "GET"): SCREENS,
    ("screen.tenders", "GET"): SCREENS,
    ("screen.unmatched_bidder", "GET"): SCREENS,
    ("screen.unmatched_bidders", "GET"): SCREENS,
    ("screen.watch", "POST"): OFFICERS,
    ("screen.watched", "GET"): SCREENS,
    ("sms.incoming", "POST"): EVERYBODY,
    ("static_files.file", "GET"): EVERYBODY,
}
