/* records.c - data files: a record a line, fields between tabs, # begins a comment line. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/records.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/error.h"
#include "base/file.h"

static const size_t LARGEST_DATA_FILE = (size_t)64 << 20;

enum ura_status
records_load(const char *folder, const char *name, struct ura_records *records,
             struct ura_error *error)
{
    enum ura_status status;
    struct stat existing;
    int len;

    *records = (struct ura_records){0};
    len = snprintf(records->path, sizeof records->path, "%s/%s", folder, name);
    if (len < 0 || (size_t)len >= sizeof records->path)
        return error_set(error, URA_BAD_ARGUMENT, "path of data file %s is too long", name);
    if (stat(records->path, &existing))
        return error_set(error, URA_NOT_FOUND, "data file %s is missing", records->path);
    status = file_load(records->path, LARGEST_DATA_FILE, "max-file", &records->text, error);
    if (status) {
        records_release(records);
        error_set_file(error, records->path);
    }
    return status;
}

enum ura_status
records_open(const char *path, size_t limit, struct ura_records *records,
             struct ura_error *error)
{
    enum ura_status status;

    *records = (struct ura_records){0};
    /* A longer path is cut where it is told, not where it is opened. */
    snprintf(records->path, sizeof records->path, "%s", path);
    status = file_load(path, limit, "max-file", &records->text, error);
    if (status) {
        buf_release(&records->text);
        error_set_file(error, path);
    }
    return status;
}

static enum ura_status
split(struct ura_records *records, struct ura_str line, struct ura_error *error)
{
    const char *end = line.ptr + line.len, *tab;

    records->field_count = 0;
    do {
        if (records->field_count == RECORD_FIELDS)
            return records_refuse(records, "a record has at most 8 fields", error);
        tab = memchr(line.ptr, '\t', (size_t)(end - line.ptr));
        records->fields[records->field_count++] =
            (struct ura_str){line.ptr, (size_t)((tab ? tab : end) - line.ptr)};
        line.ptr = tab ? tab + 1 : end;
    } while (tab);
    return URA_OK;
}

enum ura_status
records_next(struct ura_records *records, struct ura_error *error)
{
    while (records->at < records->text.len) {
        const char *start = records->text.ptr + records->at;
        size_t left = records->text.len - records->at;
        const char *end = memchr(start, '\n', left);
        struct ura_str line = {start, end ? (size_t)(end - start) : left};

        records->at += line.len + 1;
        records->line++;
        if (line.len && line.ptr[line.len - 1] == '\r')
            line.len--;
        if (line.len && line.ptr[0] != '#')
            return split(records, line, error);
    }
    return URA_END;
}

enum ura_status
records_refuse(const struct ura_records *records, const char *message, struct ura_error *error)
{
    enum ura_status status = error_set(error, URA_SYNTAX, "%s", message);

    if (error)
        error->line = records->line;
    error_set_file(error, records->path);
    return status;
}

void
records_release(struct ura_records *records)
{
    buf_release(&records->text);
}
