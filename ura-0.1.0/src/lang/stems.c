/* stems.c - words without their endings. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lang/stems.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lang/data.h"
#include "lang/fold.h"

enum {
    STEM_LETTERS = 3,   /* the shortest stem (alignment literature: 3 or 4, no difference) */
    GENERAL_LETTERS = 5 /* without data: the letters that are kept of words up to seven */
};

struct stems {
    struct ura_intern endings;
    struct ura_intern kept;
    size_t longest; /* bytes of the longest ending */
};

static void
free_stems(void *value)
{
    struct stems *stems = value;

    intern_release(&stems->endings);
    intern_release(&stems->kept);
    free(stems);
}

static enum ura_status
read_record(struct ura_records *records, struct stems *stems, struct ura_error *error)
{
    struct ura_str ending = records->fields[0];

    if (records->field_count == 2 && ura_str_equal(ending, ura_str_from("!")))
        return intern_take(&stems->kept, records->fields[1]) == INTERN_NONE
                   ? error_memory(error)
                   : URA_OK;
    if (records->field_count != 1 || !ending.len)
        return records_refuse(records, "a line is an ending, or ! TAB word", error);
    if (ending.len > stems->longest)
        stems->longest = ending.len;
    return intern_take(&stems->endings, ending) == INTERN_NONE ? error_memory(error) : URA_OK;
}

static enum ura_status
load(struct ura_context *context, const char *primary, struct stems *stems,
     struct ura_error *error)
{
    struct ura_records records;
    struct ura_error missing;
    enum ura_status status;

    status = language_records(context, primary, "stems.txt", &records, &missing);
    if (status == URA_NOT_FOUND)
        return URA_OK;
    if (status) {
        if (error)
            *error = missing;
        return status;
    }
    while ((status = records_next(&records, error)) == URA_OK) {
        status = read_record(&records, stems, error);
        if (status)
            break;
    }
    records_release(&records);
    return status == URA_END ? URA_OK : status;
}

enum ura_status
stems_get(struct ura_context *context, const char *language, const struct stems **out,
          struct ura_error *error)
{
    char key[48], primary[16];
    struct stems *stems;
    enum ura_status status;

    *out = NULL;
    snprintf(primary, sizeof primary, "%.*s", (int)strcspn(language, "-_"), language);
    snprintf(key, sizeof key, "stems:%s", primary);
    *out = context_kept(context, key);
    if (*out)
        return URA_OK;
    stems = calloc(1, sizeof *stems);
    if (!stems)
        return error_memory(error);
    status = load(context, primary, stems, error);
    if (status) {
        free_stems(stems);
        return status;
    }
    status = context_keep(context, key, stems, free_stems, error);
    if (!status)
        *out = stems;
    return status;
}

static bool
starts_letter(char byte)
{
    return ((unsigned char)byte & 0xC0) != 0x80;
}

/* Byte length of the first COUNT letters of WORD, all of it where it has fewer. */
static size_t
prefix(struct ura_str word, size_t count)
{
    size_t at = 0;

    while (at < word.len && (count || !starts_letter(word.ptr[at])))
        count -= starts_letter(word.ptr[at++]);
    return at;
}

size_t
stems_cut(const struct stems *stems, struct ura_str word)
{
    size_t first = prefix(word, STEM_LETTERS), len;

    if (!stems->endings.count) {
        size_t letters = fold_letters(word), kept = letters * 2 / 3;

        return prefix(word, kept > GENERAL_LETTERS ? kept : GENERAL_LETTERS);
    }
    if (word.len <= first || intern_find(&stems->kept, word) != INTERN_NONE)
        return word.len;
    len = word.len - first < stems->longest ? word.len - first : stems->longest;
    for (; len; len--) {
        struct ura_str ending = {word.ptr + word.len - len, len};

        if (intern_find(&stems->endings, ending) != INTERN_NONE)
            return word.len - len;
    }
    return word.len;
}

bool
stems_is_ending(const struct stems *stems, struct ura_str ending)
{
    return intern_find(&stems->endings, ending) != INTERN_NONE;
}
