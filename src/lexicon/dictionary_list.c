/* dictionary_list.c - the user's own bilingual word list. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lexicon/dictionary_list.h"

#include "lexicon/dictionary_builder.h"

static const char BYTE_ORDER_MARK[] = "\xEF\xBB\xBF";

/* The bytes of TEXT that are UTF-8. */
static size_t
count_valid(struct ura_str text)
{
    size_t at = 0;

    while (at < text.len) {
        size_t len = utf8_sequence((const unsigned char *)text.ptr + at, text.len - at);

        if (!len)
            break;
        at += len;
    }
    return at;
}

static enum ura_status
open_list(struct ura_context *context, const char *path, struct ura_records *records,
          struct ura_error *error)
{
    enum ura_status status =
        records_open(path, ura_context_limit(context, URA_LIMIT_FILE), records, error);

    if (!status && records->text.len >= 3 && memcmp(records->text.ptr, BYTE_ORDER_MARK, 3) == 0)
        records->at = 3;
    return status;
}

/* The next entry into the fields of RECORDS; URA_END after the last. */
static enum ura_status
next_entry(struct ura_records *records, struct ura_error *error)
{
    enum ura_status status = records_next(records, error);

    if (status == URA_SYNTAX ||
        (!status &&
         (records->field_count != 2 || !records->fields[0].len || !records->fields[1].len)))
        return records_refuse(records,
                              "a line of a word list is a word, a tab, and its translations "
                              "with \"; \" between them",
                              error);
    for (size_t i = 0; !status && i < 2; i++)
        if (count_valid(records->fields[i]) < records->fields[i].len)
            return records_refuse(
                records, "is not UTF-8; a word list is (ura normalize makes it so)", error);
    return status;
}

enum ura_status
list_build(struct ura_context *context, const char *path, const char *const languages[2],
           struct ura_buf *out, struct ura_error *error)
{
    struct ura_records records = {0};
    struct builder builder;
    enum ura_status status = builder_open(context, languages, &builder, error);

    if (!status)
        status = builder_segment(context, languages, &builder, error);
    if (!status)
        status = open_list(context, path, &records, error);
    while (!status && !(status = next_entry(&records, error)))
        status = builder_add(&builder, records.fields[0], records.fields[1], DICTIONARY_KNOWN,
                             error);
    if (status == URA_END)
        status = builder_write(&builder, 0, out, error);
    records_release(&records);
    builder_release(&builder);
    return status;
}

enum ura_status
list_check(struct ura_context *context, const char *path, uint64_t *hash,
           struct ura_error *error)
{
    struct ura_records records = {0};
    enum ura_status status = open_list(context, path, &records, error);

    *hash = status ? 0 : hash_bytes(records.text.ptr, records.text.len);
    while (!status)
        status = next_entry(&records, error);
    records_release(&records);
    return status == URA_END ? URA_OK : status;
}
