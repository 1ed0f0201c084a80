"""Who owns a subject, in plain answers, as the records that the standard's guidance asks for; and back.

    answers = Answers(
        "alfa",
        {
            "alfa": company("Alfa Works Ltd"),
            "beta": company("Beta Holdings Ltd"),
            "ana": person("Ana Example"),
        },
        (
            Holding("ana", (shares(60),), held="beta"),
            Holding("beta", (shares(50),)),
            IndirectHolding("ana", (shares(30, beneficial=True),)),
        ),
    )
    network = network_of(answers)
    answers_of(network) == completed(answers)

What keeps answers from being drawn is found all at once: `problems(answers)`.
A later state of the answers is drawn over the earlier network, `network_of(later, network, closed=...)`, and
`bods.lifecycle.statements_between` gives the statements. Each structure has a file of its own: holdings and chains, trusts,
nominations, joint holdings, states, bodies (listed ones too), people (exposed, withheld, not known), not named.
"""

from bods.structures.answers import Answer, Answers, Party
from bods.structures.arrangements import Part
from bods.structures.bodies import anonymous_body, company, listed_company, unknown_body
from bods.structures.completing import completed
from bods.structures.drawing import network_of
from bods.structures.holdings import Holding, IndirectHolding
from bods.structures.joint_holdings import JointHolding, joint_arrangement, member
from bods.structures.nominations import Nomination, nomination, nominator, nominee
from bods.structures.not_named import (
    NotNamed,
    exempt,
    no_owner,
    owner_exempt,
    owner_not_found,
    owner_will_not_say,
    senior_official,
)
from bods.structures.people import (
    anonymous_person,
    exposed,
    exposure_unknown,
    not_exposed,
    person,
    unknown_person,
)
from bods.structures.problems import problems
from bods.structures.stakes import Stake, control, shares, votes
from bods.structures.states import controlled_by_law, state, state_body, statutory_corporation
from bods.structures.telling import answers_of
from bods.structures.trusts import Trust, beneficiary, protector, settlor, trust, trustee

__all__ = [
    "Answer",
    "Answers",
    "Holding",
    "IndirectHolding",
    "JointHolding",
    "Nomination",
    "NotNamed",
    "Part",
    "Party",
    "Stake",
    "Trust",
    "anonymous_body",
    "anonymous_person",
    "answers_of",
    "beneficiary",
    "company",
    "completed",
    "control",
    "controlled_by_law",
    "exempt",
    "exposed",
    "exposure_unknown",
    "joint_arrangement",
    "listed_company",
    "member",
    "network_of",
    "no_owner",
    "nomination",
    "nominator",
    "nominee",
    "not_exposed",
    "owner_exempt",
    "owner_not_found",
    "owner_will_not_say",
    "person",
    "problems",
    "protector",
    "senior_official",
    "settlor",
    "shares",
    "state",
    "state_body",
    "statutory_corporation",
    "trust",
    "trustee",
    "unknown_body",
    "unknown_person",
    "votes",
]
