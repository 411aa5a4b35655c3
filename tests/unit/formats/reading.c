/* reading.c - archives made, documents read, for the tests of document formats. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "reading.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

#include <archive.h>
#include <archive_entry.h>

#include <cmocka.h>

struct ura_buf
make_archive(const struct test_member *members)
{
    enum { ROOM = 1 << 20 };
    struct archive *writer = archive_write_new();
    struct ura_buf out = {0};

    assert_non_null(writer);
    assert_true(buf_reserve(&out, ROOM));
    archive_write_set_format_zip(writer);
    assert_int_equal(archive_write_open_memory(writer, out.ptr, ROOM, &out.len), ARCHIVE_OK);
    for (; members->name; members++) {
        struct archive_entry *entry = archive_entry_new();
        size_t len = strlen(members->text);

        if (strcmp(members->name, "mimetype") == 0)
            archive_write_zip_set_compression_store(writer);
        else
            archive_write_zip_set_compression_deflate(writer);
        archive_entry_set_pathname(entry, members->name);
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_size(entry, (la_int64_t)len);
        assert_int_equal(archive_write_header(writer, entry), ARCHIVE_OK);
        assert_int_equal(archive_write_data(writer, members->text, len), len);
        archive_entry_free(entry);
    }
    assert_int_equal(archive_write_close(writer), ARCHIVE_OK);
    archive_write_free(writer);
    return out;
}

static void
add_line(struct ura_buf *lines, const struct ura_unit *unit)
{
    static const char *const kinds[] = {
        [URA_BLOCK_PARAGRAPH] = "paragraph",
        [URA_BLOCK_HEADING] = "heading",
        [URA_BLOCK_LIST_ITEM] = "item",
        [URA_BLOCK_TABLE_ROW] = "row",
    };

    if (unit->kind == URA_BLOCK_FURNITURE) {
        buf_append_byte(lines, '(');
        buf_append_text(lines, ura_furniture_name(unit->furniture));
        buf_append_byte(lines, ')');
    } else {
        buf_append_text(lines, kinds[unit->kind]);
    }
    buf_append_byte(lines, '|');
    buf_append_str(lines, unit->source);
    buf_append_byte(lines, '\n');
}

static void
take_all(struct ura_units *units, struct reading *out)
{
    const struct ura_units_header *header = ura_units_header(units);
    const struct ura_loss *losses;
    struct ura_unit unit;
    size_t count;

    snprintf(out->language, sizeof out->language, "%.*s", (int)header->source_language.len,
             header->source_language.ptr ? header->source_language.ptr : "");
    while (!(out->status = ura_units_next(units, &unit, &out->error)))
        add_line(&out->lines, &unit);
    losses = ura_units_losses(units, &count);
    for (size_t i = 0; i < count; i++) {
        buf_append_unsigned(&out->losses, losses[i].count);
        buf_append_byte(&out->losses, ' ');
        buf_append_text(&out->losses, losses[i].what);
        buf_append_byte(&out->losses, '\n');
    }
}

struct reading
read_bytes(const char *name, struct ura_str bytes)
{
    struct reading reading = {.status = URA_OK};
    struct ura_context *context = NULL;
    struct ura_input *input = NULL;
    struct ura_units *units = NULL;

    assert_int_equal(ura_context_new(getenv("URA_DATA"), &context, NULL), URA_OK);
    assert_int_equal(ura_input_open_bytes(bytes.ptr, bytes.len, "file", &input, NULL), URA_OK);
    reading.status =
        ura_units_open(context, input, ura_format_find(name), NULL, &units, &reading.error);
    if (!reading.status)
        take_all(units, &reading);
    buf_append_byte(&reading.lines, '\0');
    buf_append_byte(&reading.losses, '\0');
    ura_units_free(units);
    ura_input_free(input);
    ura_context_free(context);
    return reading;
}

struct reading
read_archive(const char *name, const struct test_member *members)
{
    struct ura_buf bytes = make_archive(members);
    struct reading reading = read_bytes(name, buf_str(&bytes));

    buf_release(&bytes);
    return reading;
}

void
release_reading(struct reading *reading)
{
    buf_release(&reading->lines);
    buf_release(&reading->losses);
}

void
assert_reads(const struct reading *reading, const char *lines)
{
    if (reading->status != URA_END)
        fail_msg("%s", reading->error.message);
    assert_string_equal(reading->lines.ptr, lines);
}

void
assert_refused(const struct reading *reading, enum ura_status status, const char *word)
{
    assert_int_equal(reading->status, status);
    if (!strstr(reading->error.message, word))
        fail_msg("\"%s\" does not say \"%s\"", reading->error.message, word);
}
