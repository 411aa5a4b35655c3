/* learning_table.c - the first pass of a batch: the lessons become a table. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "corpus/learning.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "corpus/lesson.h"
#include "corpus/pool.h"

/*
 * Sure beads that a table is made of at least. The 25 documents a language of NTREX-128, with
 * some 300 of them, gain 1 to 6 points of strict F1; how few still gain was not looked for.
 */
enum { BEADS_MIN = 100 };
/* Tokens of both sides that are learned from at most: they bound memory (some 60 MiB) and time.
 */
enum { TOKENS_MAX = 800000 };
static const char file_name[] = "learned.table";

/* What a table that was made from these lessons says of itself. */
static void
write_note(const struct learning *learning, char *out, size_t size)
{
    snprintf(out, size, "ura batch, lessons %016" PRIx64, learning->key);
}

static bool
find_path(const struct learning *learning, const char *name, struct ura_buf *out)
{
    buf_append_text(out, learning->batch->options.folder);
    buf_append_byte(out, '/');
    buf_append(out, name, strlen(name) + 1);
    return !out->failed;
}

/* Opens the table NAME of the folder; *HASH is that of its bytes. */
static enum ura_status
open_table(const struct learning *learning, const char *name, struct ura_table **out,
           uint64_t *hash, struct ura_error *error)
{
    struct ura_buf path = {0}, bytes = {0};
    enum ura_status status;

    *out = NULL;
    if (!find_path(learning, name, &path))
        status = error_memory(error);
    else
        status = ura_table_open(learning->batch->context, path.ptr, out, error);
    if (!status)
        status = file_load(path.ptr, SIZE_MAX / 2, "", &bytes, error);
    if (!status)
        *hash = hash_bytes(bytes.ptr, bytes.len);
    if (status) {
        ura_table_free(*out);
        *out = NULL;
    }
    buf_release(&path);
    buf_release(&bytes);
    return status;
}

enum ura_status
learning_find_table(const struct learning *learning, struct ura_table **out, uint64_t *hash,
                    struct ura_error *error)
{
    enum ura_status status = open_table(learning, file_name, out, hash, error);
    struct ura_table_facts facts;
    char note[64];

    /* What is no table there is made anew. */
    if (status == URA_NOT_FOUND || status == URA_BAD_INPUT)
        return URA_OK;
    if (status)
        return status;
    write_note(learning, note, sizeof note);
    ura_table_describe(*out, &facts);
    if (!ura_str_equal(facts.note, ura_str_from(note))) {
        ura_table_free(*out);
        *out = NULL;
    }
    return URA_OK;
}

/* How many lessons are of a pair of languages. */
struct language_count {
    char languages[2][LESSON_LANGUAGE_BYTES];
    size_t lessons;
};

/* Calls TAKE for every lesson in the order of the list. */
static enum ura_status
each_lesson(struct learning *learning,
            enum ura_status (*take)(struct lesson_reader *lesson, void *user,
                                    struct ura_error *error),
            void *user, struct ura_error *error)
{
    struct ura_buf bytes = {0};
    enum ura_status status = URA_OK;

    for (size_t i = 0; i < learning->pupils.list.count && !status; i++) {
        const struct lesson_place *place = learning_lesson(learning, i);
        struct lesson_reader reader;

        if (!place)
            continue;
        status = lessons_load(place, &bytes, error);
        if (!status && lesson_read(buf_str(&bytes), &reader))
            status = take(&reader, user, error);
    }
    buf_release(&bytes);
    return status;
}

struct language_counts {
    struct language_count *items;
    size_t count, capacity;
};

static enum ura_status
count_language(struct lesson_reader *lesson, void *user, struct ura_error *error)
{
    struct language_counts *counts = user;
    struct language_count *grown;

    for (size_t i = 0; i < counts->count; i++) {
        if (memcmp(counts->items[i].languages, lesson->languages, sizeof lesson->languages) ==
            0) {
            counts->items[i].lessons++;
            return URA_OK;
        }
    }
    grown = array_grow(counts->items, &counts->capacity, counts->count + 1, sizeof *grown);
    if (!grown)
        return error_memory(error);
    counts->items = grown;
    memcpy(grown[counts->count].languages, lesson->languages, sizeof lesson->languages);
    grown[counts->count++].lessons = 1;
    return URA_OK;
}

/* The pair of languages that most lessons are of: a table is of one. The first of equals. */
static enum ura_status
find_languages(struct learning *learning, struct language_count *out, struct ura_error *error)
{
    struct language_counts counts = {0};
    enum ura_status status = each_lesson(learning, count_language, &counts, error);

    *out = (struct language_count){.lessons = 0};
    for (size_t i = 0; i < counts.count; i++)
        if (counts.items[i].lessons > out->lessons)
            *out = counts.items[i];
    free(counts.items);
    return status;
}

struct teaching {
    struct ura_trainer *trainer;
    struct language_count languages;
    size_t beads;
};

static enum ura_status
teach(struct lesson_reader *lesson, void *user, struct ura_error *error)
{
    struct teaching *teaching = user;
    enum ura_status status = URA_OK;
    struct lesson_bead bead;

    if (memcmp(teaching->languages.languages, lesson->languages, sizeof lesson->languages) != 0)
        return URA_OK;
    while (!status && lesson_next(lesson, &bead)) {
        teaching->beads++;
        status = ura_trainer_add(teaching->trainer, bead.texts[0], bead.texts[1],
                                 (double)bead.weight, error);
    }
    return status;
}

static int
write_table(const void *bytes, size_t len, void *user)
{
    return file_write(*(const int *)user, bytes, len);
}

/* Writes what TRAINER learned, opens it, and gives it its name. */
static enum ura_status
save(struct learning *learning, struct ura_trainer *trainer, int folder, struct ura_table **out,
     uint64_t *hash, struct ura_error *error)
{
    char temporary[FOLDER_NAME_SIZE], note[64];
    enum ura_status status;
    int fd;

    folder_temporary_name(learning->batch->shard, (long)getpid(),
                          learning->batch->list.count + 1, temporary);
    fd = openat(folder, temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (fd < 0)
        return error_errno(error, "cannot write what was learned", errno);
    write_note(learning, note, sizeof note);
    status = ura_trainer_write(trainer, note, write_table, &fd, error);
    if (fsync(fd) && !status)
        status = error_errno(error, "cannot write what was learned", errno);
    if (close(fd) && !status)
        status = error_errno(error, "cannot write what was learned", errno);
    /* Opened before others can put theirs in its place. */
    if (!status)
        status = open_table(learning, temporary, out, hash, error);
    if (!status && renameat(folder, temporary, folder, file_name))
        status = error_errno(error, "cannot write what was learned", errno);
    if (status)
        unlinkat(folder, temporary, 0);
    return status;
}

/* Trains a table and saves it, where the lessons are enough. */
static enum ura_status
train(struct learning *learning, int folder, struct ura_table **out, uint64_t *hash,
      struct ura_error *error)
{
    struct teaching teaching = {NULL, {.lessons = 0}, 0};
    struct ura_trainer_options options = {.knows = true,
                                          .jobs = pool_jobs(learning->batch->options.jobs),
                                          .tokens_max = TOKENS_MAX};
    enum ura_status status = find_languages(learning, &teaching.languages, error);

    if (status || !teaching.languages.lessons)
        return status;
    options.source_language = teaching.languages.languages[0];
    options.target_language = teaching.languages.languages[1];
    status = ura_trainer_new(learning->batch->context, &options, &teaching.trainer, error);
    if (!status)
        status = each_lesson(learning, teach, &teaching, error);
    if (!status && teaching.beads >= (learning->batch->options.realign > 0 ? 1 : BEADS_MIN)) {
        status = ura_trainer_train(teaching.trainer, error);
        if (status == URA_BAD_INPUT)
            status = URA_OK; /* no bead has a word: there is nothing to save */
        else if (!status)
            status = save(learning, teaching.trainer, folder, out, hash, error);
    }
    ura_trainer_free(teaching.trainer);
    return status;
}

enum ura_status
learning_make_table(struct learning *learning, int folder, struct ura_table **out,
                    uint64_t *hash, struct ura_error *error)
{
    enum ura_status status = learning_find_table(learning, out, hash, error);

    if (!status && !*out) {
        status = train(learning, folder, out, hash, error);
        /* One that was made from other lessons would be taken for this list's. */
        if (!status && !*out && unlinkat(folder, file_name, 0) && errno != ENOENT)
            status = error_errno(error, "cannot remove the table of an earlier run", errno);
    }
    return status;
}

enum ura_status
learning_save_copy(const struct learning *learning, struct ura_error *error)
{
    struct ura_buf path = {0}, bytes = {0};
    struct ura_output output;
    enum ura_status status = URA_OK;

    if (!find_path(learning, file_name, &path))
        status = error_memory(error);
    if (!status)
        status = file_load(path.ptr, SIZE_MAX / 2, "", &bytes, error);
    if (!status)
        status = output_open(learning->batch->options.save_table, &output, error);
    if (!status) {
        output_write(bytes.ptr, bytes.len, &output);
        status = output_close(&output, error);
        output_abandon(&output);
    }
    buf_release(&path);
    buf_release(&bytes);
    return status;
}
