"""How long each kind of private data is kept before `flask keep-and-erase` erases it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Retention:
    """Days, counted from what each line says."""

    #: Unfinished declarations with their particulars and papers, since they were last saved.
    drafts: int
    #: Signed-in browsers, since they were signed out or expired.
    sessions: int
    #: One-time links and invitations to act for a company, since they expired.
    links: int
    #: Letters and text messages, since they were sent or given up.
    messages: int
    #: Changes of contact, since they counted or were undone; contacts of invited suppliers, since the invitation.
    contacts: int
    #: Particulars, papers and signed pages of rejected and withdrawn declarations, since that was decided.
    refused: int
    #: Where to reach who raised a matter, since it was closed.
    tickets: int
    #: What was written in a matter, by who raised it and who closed it, since it was closed.
    matters: int
    #: Questions about declarations and the answers, since they were answered or their day was over.
    questions: int
    #: Answers typed when the session had ended, since they were typed; they come back for an hour only.
    typed: int
    #: Papers handed in as proof, since they were handed in.
    evidence: int
