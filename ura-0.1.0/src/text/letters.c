/* letters.c - how often each letter stands in each language. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "text/letters.h"

#include <math.h>
#include <stdlib.h>

#include <unicode/utf8.h>

static const char KEY[] = "letters";
static const double WHOLE = 100000; /* letters that the counts of the data are of */
/* One letter in half a million is foreign, in each language: a guess that only has to be far
 * below the rarest letter of the data, which is one in ten thousand. */
static const double FOREIGN = 2e-6;

float
letters_foreign(void)
{
    return (float)log(FOREIGN);
}

static enum ura_status
parse_letters(const struct ura_records *records, struct letters *letters, size_t language,
              struct ura_error *error)
{
    struct ura_str text = records->fields[1];
    size_t at = 0;

    while (at < text.len) {
        unsigned long long value = 0;
        size_t end;
        UChar32 c;

        U8_NEXT((const uint8_t *)text.ptr, at, text.len, c);
        for (end = at; end < text.len && text.ptr[end] != ' '; end++)
            ;
        if (c < 0 || c >= LETTERS_END || at == end || text.ptr[at] != '=' ||
            !number_parse_unsigned(ura_str_slice(text, at + 1, end), &value) || value == 0)
            return records_refuse(records, "a letter is LETTER=COUNT with blanks between them",
                                  error);
        letters->logs[c][language] = (float)log((double)value / WHOLE);
        at = end < text.len ? end + 1 : end;
    }
    return URA_OK;
}

static enum ura_status
load(const char *folder, struct letters *letters, struct ura_error *error)
{
    struct ura_records records;
    enum ura_status status = records_load(folder, "letters.tsv", &records, error);

    if (status)
        return status;
    while (!(status = records_next(&records, error))) {
        struct ura_str code = records.fields[0];

        if (records.field_count != 2 || code.len >= sizeof letters->codes[0] ||
            letters->count == LETTERS_LANGUAGES)
            status =
                records_refuse(&records, "a record is LANGUAGE TAB LETTERS, at most 32", error);
        else
            status = parse_letters(&records, letters, letters->count, error);
        if (status)
            break;
        memcpy(letters->codes[letters->count++], code.ptr, code.len);
    }
    if (status == URA_END)
        status = letters->count ? URA_OK : records_refuse(&records, "holds no language", error);
    records_release(&records);
    return status;
}

enum ura_status
letters_get(struct ura_context *context, const struct letters **out, struct ura_error *error)
{
    struct letters *letters = context_kept(context, KEY);
    enum ura_status status;

    *out = letters;
    if (letters)
        return URA_OK;
    letters = calloc(1, sizeof *letters);
    if (!letters)
        return error_memory(error);
    for (size_t c = 0; c < LETTERS_END; c++)
        for (size_t i = 0; i < LETTERS_LANGUAGES; i++)
            letters->logs[c][i] = letters_foreign();
    status = load(ura_context_data_folder(context), letters, error);
    if (status) {
        free(letters);
        return status;
    }
    status = context_keep(context, KEY, letters, free, error);
    *out = status ? NULL : letters;
    return status;
}
