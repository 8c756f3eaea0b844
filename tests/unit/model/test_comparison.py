from narrator.model.comparison import CONFLICT_THRESHOLD, Kind, Link, Relation


def test_a_link_is_known_by_its_sides_and_kind_whatever_their_order() -> None:
    one = Link("a", "b", Relation.CONTRADICTS, Kind.NUMBER)
    assert one.id == Link("b", "a", Relation.CONTRADICTS, Kind.NUMBER).id
    assert one.id != Link("a", "b", Relation.CONTRADICTS, Kind.TIME).id


def test_only_a_speaking_relation_is_flagged() -> None:
    assert Link(0, 1, Relation.UPDATE, conflict=CONFLICT_THRESHOLD).flagged
    assert not Link(0, 1, Relation.UPDATE, conflict=CONFLICT_THRESHOLD).is_conflict
    assert not Link(0, 1, Relation.ADDS, conflict=1.0).flagged
