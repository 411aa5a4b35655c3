#!/usr/bin/env python3
"""Fits the constants of src/pair/confidence.c: logistic regressions by Newton's method.

    bench/reliability --posterior --rows GOLD... >true.rows
    bench/reliability --posterior --rows --crossed GOLD... >crossed.rows
    bench/calibrate.py true.rows [crossed.rows]

The first file fits the probabilities of beads; with the second, whose texts are no translations
of each other, that of whole pairs. Check on texts that were not fitted on: bench/reliability.
"""
# SPDX-License-Identifier: MIT
import math
import sys

EDGE = 1e-6
WORTH_OFFSET = 0.005
RIDGE = 0.1


def read(path):
    """Lists of beads by pair of documents."""
    pairs = {}
    with open(path, encoding='utf-8') as rows:
        for row in rows:
            cells = row.rstrip('\n').split('\t')
            source, target, source_letters, target_letters = map(int, cells[2:6])
            pairs.setdefault((cells[0], cells[1]), []).append({
                'sentences': (source, target), 'letters': (source_letters, target_letters),
                'probability': float(cells[6]), 'score': float(cells[7]), 'verdict': cells[9]})
    return pairs


def two_sided(bead):
    return min(bead['sentences']) > 0


def odds(p):
    p = min(max(p, EDGE), 1 - EDGE)
    return math.log(p / (1 - p))


def bead_rows(beads, two):
    both = [bead for bead in beads if two_sided(bead)]
    letters = sum(sum(bead['letters']) for bead in both)
    usual = sum(bead['score'] for bead in both) / letters if letters else 0
    for bead in beads:
        if bead['verdict'] == '-' or two_sided(bead) != two:
            continue
        row = [1, odds(bead['probability'])]
        if two:
            many = float(sum(bead['sentences']) > 2)
            worth = bead['score'] / max(1, sum(bead['letters']))
            row += [many, many * usual, worth - usual, usual]
        yield row, bead['verdict'] == '1', 1.0


def pair_row(beads):
    letters = [sum(bead['letters'][side] for bead in beads) for side in (0, 1)]
    both = [bead for bead in beads if two_sided(bead)]
    paired = max(sum(bead['letters'][side] * bead['probability'] for bead in both) / max(1, letters[side])
                 for side in (0, 1))
    worth = sum(max(0, bead['score']) * bead['probability'] for bead in both) / max(1, min(letters))
    return [1, math.log(worth + WORTH_OFFSET), paired]


def solve(matrix, vector):
    size = len(vector)
    rows = [row + [value] for row, value in zip(matrix, vector)]
    for i in range(size):
        pivot = max(range(i, size), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(size):
            if r != i:
                factor = rows[r][i] / rows[i][i]
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[i])]
    return [rows[i][size] / rows[i][i] for i in range(size)]


def fit(rows, ridge=RIDGE):
    rows = list(rows)
    size = len(rows[0][0])
    weights = [0.0] * size
    for _ in range(25):
        gradient = [ridge * w for w in weights]
        hessian = [[ridge * (i == j) for j in range(size)] for i in range(size)]
        for x, right, weight in rows:
            sum_ = sum(a * b for a, b in zip(x, weights))
            p = 1 / (1 + math.exp(-max(-30, min(30, sum_))))
            for i in range(size):
                gradient[i] += weight * (p - right) * x[i]
                for j in range(size):
                    hessian[i][j] += weight * p * (1 - p) * x[i] * x[j]
        weights = [w - d for w, d in zip(weights, solve(hessian, gradient))]
    return weights


def show(names, weights):
    for name, weight in zip(names, weights):
        print('%-22s %.3f' % (name, weight))


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    pairs = read(sys.argv[1])
    show(['PAIR_CONSTANT', 'PAIR_POSTERIOR', 'PAIR_MANY', 'PAIR_MANY_USUAL', 'PAIR_WORTH', 'PAIR_USUAL'],
         fit(row for beads in pairs.values() for row in bead_rows(beads, True)))
    show(['NULL_CONSTANT', 'NULL_POSTERIOR'],
         fit(row for beads in pairs.values() for row in bead_rows(beads, False)))
    if len(sys.argv) == 3:
        crossed = read(sys.argv[2])
        half = 300 # both kinds weigh as much as so many pairs
        rows = [(pair_row(beads), True, half / len(pairs)) for beads in pairs.values()]
        rows += [(pair_row(beads), False, half / len(crossed)) for beads in crossed.values()]
        show(['TRANSLATION_CONSTANT', 'TRANSLATION_WORTH', 'TRANSLATION_PAIRED'], fit(rows, 1.0))


main()
