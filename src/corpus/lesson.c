/* lesson.c - what a pair of texts teaches of their words: its sure beads. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "corpus/lesson.h"

#include "pair/pair.h"

/*
 * Beads that one pair may teach, and their bytes: a chapter's worth. More of one text would
 * drown the others of a batch, and all lessons of a batch stand on the disk at once.
 */
enum { BEADS_MAX = 1000, BYTES_MAX = 256 << 10 };

/* In front of the two texts of a bead. */
struct bead_head {
    float weight;
    uint32_t lens[2];
};

static void
append_language(struct ura_buf *buf, const char *language)
{
    char code[LESSON_LANGUAGE_BYTES] = {0};

    strncpy(code, language, sizeof code - 1);
    buf_append(buf, code, sizeof code);
}

static void
append_bead(struct ura_buf *buf, const struct ura_bitext *bitext, const struct ura_bead *bead)
{
    struct bead_head head = {.weight = bead->probability};
    size_t start = buf->len, target;

    buf_append(buf, &head, sizeof head);
    pair_append_text(bitext->source, bead->source_first, bead->source_count, buf);
    target = buf->len;
    pair_append_text(bitext->target, bead->target_first, bead->target_count, buf);
    if (buf->failed)
        return;
    head.lens[0] = (uint32_t)(target - start - sizeof head);
    head.lens[1] = (uint32_t)(buf->len - target);
    memcpy(buf->ptr + start, &head, sizeof head);
}

void
lesson_append(struct ura_buf *buf, const struct ura_bitext *bitext)
{
    size_t count = 0, nth = 0, start = buf->len;

    append_language(buf, bitext->source->language);
    append_language(buf, bitext->target->language);
    /* Texts that do not belong together would teach what is wrong. */
    if (!ura_bitext_is_translation(bitext))
        return;
    for (size_t i = 0; i < bitext->bead_count; i++)
        count += pair_bead_teaches(&bitext->beads[i]);
    for (size_t i = 0; i < bitext->bead_count && buf->len - start < BYTES_MAX; i++)
        if (pair_bead_teaches(&bitext->beads[i]) && nth++ % (1 + count / BEADS_MAX) == 0)
            append_bead(buf, bitext, &bitext->beads[i]);
}

bool
lesson_read(struct ura_str lesson, struct lesson_reader *out)
{
    if (lesson.len < sizeof out->languages)
        return false;
    memcpy(out->languages, lesson.ptr, sizeof out->languages);
    out->languages[0][LESSON_LANGUAGE_BYTES - 1] = '\0';
    out->languages[1][LESSON_LANGUAGE_BYTES - 1] = '\0';
    out->rest = ura_str_slice(lesson, sizeof out->languages, lesson.len);
    return true;
}

bool
lesson_next(struct lesson_reader *reader, struct lesson_bead *out)
{
    struct bead_head head;
    struct ura_str rest = reader->rest;

    if (rest.len < sizeof head)
        return false;
    memcpy(&head, rest.ptr, sizeof head);
    rest = ura_str_slice(rest, sizeof head, rest.len);
    if (head.lens[0] > rest.len || head.lens[1] > rest.len - head.lens[0])
        return false;
    out->weight = head.weight;
    out->texts[0] = ura_str_slice(rest, 0, head.lens[0]);
    out->texts[1] = ura_str_slice(rest, head.lens[0], (size_t)head.lens[0] + head.lens[1]);
    reader->rest = ura_str_slice(rest, (size_t)head.lens[0] + head.lens[1], rest.len);
    return true;
}
