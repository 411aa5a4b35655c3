/* dictionary_topics.c - the shipped dictionary of a pair of languages: its files of text. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lexicon/dictionary_topics.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "lexicon/dictionary_builder.h"

/* How often a word of a text has the translation that the dictionary names, in all, where the
 * word is one that every text is full of: to meet one's partner says little. Fitted as
 * DICTIONARY_KNOWN was. */
static const float KNOWN_COMMON = 0.08f;
/* The topic that those words are in. */
static const char FUNCTION_WORDS[] = "function.txt";

static int
compare_names(const void *first, const void *second)
{
    return strcmp(first, second);
}

/* Whether NAME is a topic; lists of pairs that must be linked are for the tests. */
static bool
is_topic(const char *name)
{
    size_t len = strlen(name);

    return len > 4 && strcmp(name + len - 4, ".txt") == 0 && strncmp(name, "good", 4) != 0;
}

static enum ura_status
read_names(DIR *listing, struct topics *out, struct ura_error *error)
{
    struct dirent *entry;

    while ((entry = readdir(listing)) != NULL) {
        size_t len = strlen(entry->d_name);

        if (!is_topic(entry->d_name))
            continue;
        if (len >= TOPIC_NAME_BYTES || out->count == TOPIC_MAX)
            return error_set(error, URA_TOO_LARGE,
                             "%s: a dictionary has at most %d topics, with names of less than "
                             "%d bytes",
                             entry->d_name, TOPIC_MAX, TOPIC_NAME_BYTES);
        memcpy(out->names[out->count++], entry->d_name, len + 1);
    }
    /* In the order of their names, which is not the file system's. */
    qsort(out->names, out->count, sizeof *out->names, compare_names);
    return URA_OK;
}

enum ura_status
topics_list(struct ura_context *context, const char *const languages[2], struct topics *out,
            struct ura_error *error)
{
    enum ura_status status;
    DIR *listing;
    int len;

    *out = (struct topics){0};
    len = snprintf(out->folder, sizeof out->folder, "%s/%s-%s",
                   ura_context_data_folder(context), languages[0], languages[1]);
    if (len < 0 || (size_t)len >= sizeof out->folder)
        return error_set(error, URA_BAD_ARGUMENT, "path of the data folder is too long");
    listing = opendir(out->folder);
    if (!listing && errno == ENOENT)
        return URA_NOT_FOUND;
    if (!listing) {
        status = error_errno(error, "cannot read", errno);
    } else {
        out->names = array_new(TOPIC_MAX, sizeof *out->names);
        status = out->names ? read_names(listing, out, error) : error_memory(error);
        closedir(listing);
    }
    if (status)
        error_set_file(error, out->folder);
    if (status)
        topics_release(out);
    return status;
}

void
topics_release(struct topics *topics)
{
    free(topics->names);
    *topics = (struct topics){0};
}

enum ura_status
topics_stamp(struct ura_context *context, const struct topics *topics,
             const char *const languages[2], uint64_t *stamp, struct ura_error *error)
{
    static const char *const others[] = {"stems.txt", "forms.txt"};
    enum ura_status status = URA_OK;
    struct ura_buf bytes = {0};

    *stamp = 0;
    stamp_add_text(stamp, ura_version());
    for (size_t i = 0; !status && i < topics->count; i++)
        status = stamp_add_file(stamp, topics->folder, topics->names[i], &bytes, error);
    for (size_t i = 0; !status && i < 4; i++) {
        char name[64];

        snprintf(name, sizeof name, "%s/%s", languages[i / 2], others[i % 2]);
        status = stamp_add_file(stamp, ura_context_data_folder(context), name, &bytes, error);
    }
    buf_release(&bytes);
    return status;
}

static enum ura_status
read_topic(struct builder *builder, const char *folder, const char *name,
           struct ura_error *error)
{
    float known = strcmp(name, FUNCTION_WORDS) == 0 ? KNOWN_COMMON : DICTIONARY_KNOWN;
    struct ura_records records = {0};
    enum ura_status status = records_load(folder, name, &records, error);

    while (!status && !(status = records_next(&records, error))) {
        if (records.field_count != 2 || !records.fields[0].len || !records.fields[1].len)
            status = records_refuse(&records, "a headword, a tab, its translations", error);
        else
            status = builder_add(builder, records.fields[0], records.fields[1], known, error);
    }
    records_release(&records);
    return status == URA_END ? URA_OK : status;
}

enum ura_status
topics_build(struct ura_context *context, const struct topics *topics,
             const char *const languages[2], uint64_t stamp, struct ura_buf *out,
             struct ura_error *error)
{
    struct builder builder;
    enum ura_status status = builder_open(context, languages, &builder, error);

    for (size_t i = 0; !status && i < topics->count; i++)
        status = read_topic(&builder, topics->folder, topics->names[i], error);
    if (!status)
        status = builder_write(&builder, stamp, out, error);
    builder_release(&builder);
    return status;
}
