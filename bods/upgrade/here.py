"""Where the upgrade stands: the place it reads in the old file, the place it writes in the new statement."""

from bods.upgrade.loss import Loss, Tell
from bods.upgrade.values import Path, pointer


class Moves:
    """Where each part of one old statement stands in the new one, as paths within the two statements."""

    def __init__(self) -> None:
        self._places: dict[Path, Path] = {}
        self._back: dict[Path, Path] | None = None

    def note(self, old: Path, new: Path) -> None:
        """Note that a part moved; whatever lies inside it moved along, unless noted otherwise."""
        self._places[old] = new
        self._back = None

    def new_place(self, old: Path) -> Path | None:
        """Give the new place of an old one, None when it has none."""
        return _moved(self._places, old)

    def old_place(self, new: Path) -> Path | None:
        """Give the old place of a new one, None when it was not there before."""
        if self._back is None:
            # Of several old places that became one, the first is told.
            self._back = {new: old for old, new in reversed(self._places.items())}
        return _moved(self._back, new)


def _moved(places: dict[Path, Path], place: Path) -> Path | None:
    for length in range(len(place), 0, -1):
        found = places.get(place[:length])
        if found is not None:
            return found + place[length:]
    return None


class Here:
    """The two places, whom to tell, and where moves are noted (None: nobody asked for them).

    `old` begins with the position of the statement in the file; `new` lies within the new statement. A place knows the
    one around it, since most are never asked for their whole path.
    """

    __slots__ = ("_new", "_old", "_outer", "moves", "tell_loss")

    def __init__(
        self, old: Path, new: Path, tell_loss: Tell, moves: Moves | None = None, outer: "Here | None" = None
    ) -> None:
        self._old = old
        self._new = new
        self._outer = outer
        self.tell_loss = tell_loss
        self.moves = moves

    @property
    def old(self) -> Path:
        self._settle()
        return self._old

    @property
    def new(self) -> Path:
        self._settle()
        return self._new

    def _settle(self) -> None:
        outer = self._outer
        if outer is not None:
            self._old = outer.old + self._old
            self._new = outer.new + self._new
            self._outer = None

    def at(self, old: str | int, new: str | int | None = None) -> "Here":
        """Go one level further in; the step has the same name on both sides unless two are given."""
        step = (old,)
        return Here(step, step if new is None else (new,), self.tell_loss, self.moves, self)

    def over(self, old: Path, new: Path) -> "Here":
        """Go further in by any number of steps on each side."""
        return Here(old, new, self.tell_loss, self.moves, self)

    def tell(self, field: str, sentence: str) -> None:
        """Tell a loss of a field of the object here."""
        self.tell_loss(Loss(pointer(self.old), field, sentence))

    def tell_it(self, sentence: str) -> None:
        """Tell a loss of the value here itself."""
        self.tell_loss(loss_at(self.old, sentence))

    def move(self, old: Path, new: Path) -> None:
        """Note that a part of the object here moved, both paths seen from here."""
        if self.moves is not None:
            self.moves.note(self.old[1:] + old, self.new + new)


def loss_at(path: Path, sentence: str) -> Loss:
    """Give the loss of the value at a path: a field is told at its object, a list's member where it stands."""
    fields = [step for step in path if isinstance(step, str)]
    field = fields[-1] if fields else ""
    outer = path[:-1] if path and isinstance(path[-1], str) else path
    return Loss(pointer(outer), field, sentence)
