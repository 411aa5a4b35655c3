/* sources.c - lists of bitexts and of where they come from. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "corpus/sources.h"

#include <stdlib.h>
#include <unistd.h>

enum { FIELDS = 5, NAME_SHOWN = 100 }; /* bytes of a name in a message */

enum ura_status
ura_corpus_sources_new(struct ura_context *context, struct ura_corpus_sources **out,
                       struct ura_error *error)
{
    *out = calloc(1, sizeof **out);
    if (!*out)
        return error_memory(error);
    (*out)->context = context;
    return URA_OK;
}

enum ura_status
sources_add(struct ura_corpus_sources *sources, const struct ura_corpus_file *file,
            struct ura_error *error)
{
    size_t before = sources->names.count;
    struct ura_corpus_file *files =
        array_grow(sources->files, &sources->capacity, sources->count + 1, sizeof *files);
    struct ura_str name = ura_str_from(file->name ? file->name : file->path);
    uint32_t number;

    if (!files)
        return error_memory(error);
    sources->files = files;
    number = file->path ? intern_take(&sources->names, name) : INTERN_NONE;
    if (number == INTERN_NONE)
        return error_memory(error);
    if (number < before)
        return error_set(error, URA_BAD_INPUT,
                         "the name %.*s stands twice; give each bitext a name of its own",
                         (int)(name.len > NAME_SHOWN ? NAME_SHOWN : name.len), name.ptr);
    sources->files[sources->count++] = *file;
    return URA_OK;
}

/* FIELD in the arena; NULL where it is empty. *FAILED is set when out of memory. */
static const char *
keep(struct ura_corpus_sources *sources, struct ura_str field, bool *failed)
{
    const char *text = field.len ? arena_copy(&sources->arena, field).ptr : NULL;

    *failed = *failed || (field.len && !text);
    return text;
}

/* PATH as it is found from the folder of LIST. */
static const char *
resolve(struct ura_corpus_sources *sources, const char *list, struct ura_str path, bool *failed)
{
    const char *slash = strcmp(list, "-") == 0 ? NULL : strrchr(list, '/');
    struct ura_buf joined = {0};
    const char *kept;

    if (slash && path.len && path.ptr[0] != '/')
        buf_append(&joined, list, (size_t)(slash - list) + 1);
    buf_append_str(&joined, path);
    *failed = *failed || joined.failed;
    kept = keep(sources, buf_str(&joined), failed);
    buf_release(&joined);
    return kept;
}

/* Cuts LINE at its tabs; false where it has more than FIELDS. */
static bool
cut_fields(struct ura_str line, struct ura_str *fields)
{
    size_t count = 0, start = 0;

    for (size_t i = 0; i <= line.len; i++) {
        if (i < line.len && line.ptr[i] != '\t')
            continue;
        if (count == FIELDS)
            return false;
        fields[count++] = ura_str_slice(line, start, i);
        start = i + 1;
    }
    return true;
}

static enum ura_status
read_line(struct ura_corpus_sources *sources, const char *list, struct ura_str line,
          struct ura_error *error)
{
    struct ura_str fields[FIELDS] = {{NULL, 0}};
    struct ura_corpus_file file;
    bool failed = false;

    if (memchr(line.ptr, '\0', line.len))
        return error_set(error, URA_SYNTAX, "holds a zero byte; a list is text");
    if (!cut_fields(line, fields))
        return error_set(error, URA_SYNTAX,
                         "has more than five fields; a line is file TAB name TAB source TAB "
                         "licence TAB address");
    if (!fields[0].len)
        return error_set(error, URA_SYNTAX, "names no file before its first tab");
    /* Without a name of its own a file is called what the list calls it. */
    file = (struct ura_corpus_file){
        .path = resolve(sources, list, fields[0], &failed),
        .name = keep(sources, fields[1].len ? fields[1] : fields[0], &failed),
        .source = keep(sources, fields[2], &failed),
        .licence = keep(sources, fields[3], &failed),
        .address = keep(sources, fields[4], &failed),
    };
    if (failed)
        return error_memory(error);
    if (access(file.path, F_OK))
        return error_set(error, URA_BAD_INPUT,
                         "there is no file %.*s; a line is file TAB name TAB source TAB "
                         "licence TAB address, and paths are relative to the list",
                         NAME_SHOWN, file.path);
    return sources_add(sources, &file, error);
}

static enum ura_status
read_lines(struct ura_corpus_sources *sources, const char *list, struct ura_str text,
           struct ura_error *error)
{
    static const char mark[] = "\xEF\xBB\xBF";
    size_t at = text.len >= 3 && memcmp(text.ptr, mark, 3) == 0 ? 3 : 0;
    enum ura_status status = URA_OK;

    for (uint64_t number = 1; !status && at < text.len; number++) {
        const char *end = memchr(text.ptr + at, '\n', text.len - at);
        size_t stop = end ? (size_t)(end - text.ptr) : text.len;
        struct ura_str line = ura_str_slice(text, at, stop);

        at = stop + 1;
        if (line.len && line.ptr[line.len - 1] == '\r')
            line.len--;
        if (line.len && line.ptr[0] != '#')
            status = read_line(sources, list, line, error);
        if (status && status != URA_NO_MEMORY && error)
            error->line = number;
    }
    return status;
}

enum ura_status
ura_corpus_sources_add_list(struct ura_corpus_sources *sources, const char *path,
                            struct ura_error *error)
{
    size_t before = sources->count;
    struct ura_buf text = {0};
    enum ura_status status =
        file_load(path, ura_context_limit(sources->context, URA_LIMIT_FILE),
                  ura_limit_name(URA_LIMIT_FILE), &text, error);

    if (!status)
        status = read_lines(sources, path, buf_str(&text), error);
    if (!status && sources->count == before)
        status = error_set(error, URA_BAD_INPUT,
                           "names no bitext; a line is file TAB name TAB source TAB licence "
                           "TAB address");
    buf_release(&text);
    if (status)
        error_set_file(error, path);
    return status;
}

const struct ura_corpus_file *
ura_corpus_sources_files(const struct ura_corpus_sources *sources, size_t *count)
{
    *count = sources->count;
    return sources->files;
}

void
ura_corpus_sources_free(struct ura_corpus_sources *sources)
{
    if (!sources)
        return;
    arena_release(&sources->arena);
    intern_release(&sources->names);
    free(sources->files);
    free(sources);
}
