"""Sets of record numbers in both shapes agree, at every size and place."""

from __future__ import annotations

import random

import numpy as np
import pytest

from index.number_sets import best_of, bits_of, bits_of_flags, flags_of, numbers_in, places_in


@pytest.mark.parametrize("size", [0, 1, 7, 8, 9, 63, 64, 65, 1000])
def test_a_set_stays_the_same_in_every_shape(size: int) -> None:
    chance = random.Random(size)
    for share in (0.0, 0.02, 0.5, 1.0):
        numbers = [number for number in range(size) if chance.random() < share]
        bits = bits_of(numbers, size)
        assert bits == sum(1 << number for number in numbers)
        assert numbers_in(bits) == numbers == places_in(bits).tolist()
        assert np.flatnonzero(flags_of(bits, size)).tolist() == numbers
        assert bits_of_flags(flags_of(bits, size)) == bits == bits_of(iter(numbers), size)


def test_the_best_are_those_of_the_highest_scores_and_ties_go_by_number() -> None:
    chance = random.Random(3)
    for _ in range(200):
        scores = np.array([chance.choice([0.0, 0.5, 1.0, 2.0]) for _ in range(chance.randrange(30))])
        ordered = [n for n in sorted(range(len(scores)), key=lambda n: (-scores[n], n)) if scores[n] > 0]
        assert best_of(scores, None).tolist() == ordered
        for many in (0, 1, 3, 10):
            assert best_of(scores, many).tolist() == ordered[:many]
