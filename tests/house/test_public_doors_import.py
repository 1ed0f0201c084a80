"""The public doors open on the public copy only: an allow-list of what they may import of the register's memory."""

import grimp

PUBLIC = ("register.web.public", "register.web.api", "register.web.sms")
#: Of the store: the published copies, and what anyone may leave with us. Of the actions: reading what is
#: published and awarded, and answering a text message from it.
ALLOWED = (
    "register.store.published",
    "register.store.inbox",
    "register.actions.published",
    "register.actions.answer_sms",
)
MEMORY = ("register.store", "register.actions", "register.models", "register.bulk")


def test_the_public_doors_see_public_copies_only() -> None:
    graph = grimp.build_graph("register", cache_dir=None)
    doors = [module for module in graph.modules if module.startswith(PUBLIC)]

    strayed = sorted(
        (door, memory)
        for door in doors
        for memory in graph.find_modules_directly_imported_by(door)
        if memory.startswith(MEMORY) and not memory.startswith(ALLOWED)
    )

    assert doors
    assert strayed == []


def test_the_doors_of_one_house_do_not_pass_through_each_other_to_the_private_rooms() -> None:
    graph = grimp.build_graph("register", cache_dir=None)
    private = ("register.store.particulars", "register.store.drafts", "register.store.identities")

    chains = [
        graph.find_shortest_chain(importer=door, imported=room)
        for door in sorted(m for m in graph.modules if m.startswith(PUBLIC))
        for room in private
        if graph.chain_exists(importer=door, imported=room, as_packages=False)
    ]

    # The guard looks up who is signed in; it reads accounts, never particulars.
    assert [chain for chain in chains if chain and not chain[1].startswith("register.web.guard")] == []
