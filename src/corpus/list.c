/* list.c - the list of a batch: source TAB target [TAB name] a line. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "corpus/list.h"

#include <stdlib.h>

enum {
    FIELDS = 3,
    RESULT_NAME_MAX = 255, /* bytes of a file name that every file system takes */
};

/* What a line is checked against. */
struct reading {
    struct list *list;
    size_t line;
    struct shard shard;
    const char *suffix;
    struct ura_error *error;
};

/* The file name of PATH without what follows its last full stop. */
static struct ura_str
name_from_path(struct ura_str path)
{
    size_t start = path.len, end;

    while (start > 0 && path.ptr[start - 1] != '/')
        start--;
    end = path.len;
    for (size_t i = path.len; i > start + 1; i--) {
        if (path.ptr[i - 1] == '.') {
            end = i - 1;
            break;
        }
    }
    return ura_str_slice(path, start, end);
}

static bool
holds_control(struct ura_str text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.ptr[i] < ' ' || text.ptr[i] == 0x7F)
            return true;
    return false;
}

static enum ura_status
refuse(const struct reading *reading, const char *what)
{
    enum ura_status status = error_set(reading->error, URA_SYNTAX, "%s", what);

    if (reading->error)
        reading->error->line = reading->line;
    return status;
}

/* Whether a result can be called NAME. */
static enum ura_status
check_name(const struct reading *reading, struct ura_str name)
{
    size_t suffix = strlen(reading->suffix);
    char file[RESULT_NAME_MAX + 1];

    if (name.len == 0)
        return refuse(reading, "the name is empty; leave the third field out to have one made "
                               "from the source's");
    if (memchr(name.ptr, '/', name.len))
        return refuse(reading, "a name holds no /; all results stand in one folder");
    if (holds_control(name) || !json_holds(name))
        return refuse(reading, "a name is UTF-8 without control characters; give the line one "
                               "in a third field");
    if (name.len + suffix > RESULT_NAME_MAX)
        return refuse(reading,
                      "the name is too long; with the result's suffix it may have 255 bytes");
    memcpy(file, name.ptr, name.len);
    memcpy(file + name.len, reading->suffix, suffix + 1);
    if (folder_owns(file))
        return refuse(reading, "the name is one that ura keeps for itself; choose another");
    return URA_OK;
}

/* Notes NAME, which no earlier line may have. */
static enum ura_status
take_name(const struct reading *reading, struct ura_str name)
{
    struct list *list = reading->list;
    size_t before = list->names.count, *lines;
    uint32_t number = intern_take(&list->names, name);

    if (number == INTERN_NONE)
        return error_memory(reading->error);
    if (number < before) {
        enum ura_status status = error_set(
            reading->error, URA_SYNTAX,
            "the name %.*s is that of line %zu too; give each a name of its own in a "
            "third field",
            (int)(name.len > 100 ? 100 : name.len), name.ptr, list->line_of_name[number]);

        if (reading->error)
            reading->error->line = reading->line;
        return status;
    }
    lines =
        array_grow(list->line_of_name, &list->line_capacity, list->names.count, sizeof *lines);
    if (!lines)
        return error_memory(reading->error);
    list->line_of_name = lines;
    lines[number] = reading->line;
    return URA_OK;
}

static bool
is_of_shard(const struct reading *reading)
{
    return !reading->shard.count ||
           (reading->line - 1) % reading->shard.count == reading->shard.number - 1;
}

/* Adds the pair of FIELDS, to those of the shard only if it belongs there. */
static enum ura_status
add_pair(const struct reading *reading, const struct ura_str *fields, struct ura_str name)
{
    struct list *list = reading->list;
    struct ura_batch_pair *pairs, *all;
    uint32_t *numbers =
        array_grow(list->of_name, &list->name_capacity, list->names.count, sizeof *numbers);

    if (!numbers)
        return error_memory(reading->error);
    list->of_name = numbers;
    numbers[list->names.count - 1] = INTERN_NONE;
    all = array_grow(list->all, &list->all_capacity, list->all_count + 1, sizeof *all);
    if (!all)
        return error_memory(reading->error);
    list->all = all;
    all += list->all_count;
    *all = (struct ura_batch_pair){.line = reading->line,
                                   .name = arena_copy(&list->arena, name).ptr,
                                   .source = arena_copy(&list->arena, fields[0]).ptr,
                                   .target = arena_copy(&list->arena, fields[1]).ptr};
    if (!all->name || !all->source || !all->target)
        return error_memory(reading->error);
    list->all_count++;
    if (!is_of_shard(reading))
        return URA_OK;
    pairs = array_grow(list->pairs, &list->capacity, list->count + 1, sizeof *pairs);
    if (!pairs)
        return error_memory(reading->error);
    list->pairs = pairs;
    numbers[list->names.count - 1] = (uint32_t)list->count;
    pairs[list->count++] = *all;
    return URA_OK;
}

static enum ura_status
read_line(const struct reading *reading, struct ura_str line)
{
    struct ura_str fields[FIELDS] = {{NULL, 0}}, name;
    enum ura_status status;
    size_t count = 0, start = 0;

    for (size_t i = 0; i <= line.len; i++) {
        if (i < line.len && line.ptr[i] != '\t')
            continue;
        if (count == FIELDS)
            return refuse(reading, "has more than three fields; a line is source TAB target "
                                   "[TAB name]");
        fields[count++] = ura_str_slice(line, start, i);
        start = i + 1;
    }
    if (count < 2)
        return refuse(reading, "has no tab; a line is source TAB target [TAB name]");
    for (int side = 0; side < 2; side++) {
        if (fields[side].len == 0)
            return refuse(reading, side ? "names no target" : "names no source");
        if (ura_str_equal(fields[side], URA_STR("-")))
            return refuse(reading, "a list names files; - is none (./- would be one)");
        if (memchr(fields[side].ptr, '\0', fields[side].len))
            return refuse(reading, "holds a zero byte; a list is text");
    }
    name = count == FIELDS ? fields[2] : name_from_path(fields[0]);
    status = check_name(reading, name);
    if (!status)
        status = take_name(reading, name);
    return status ? status : add_pair(reading, fields, name);
}

static enum ura_status
read_lines(struct reading *reading, struct ura_str text)
{
    static const char mark[] = "\xEF\xBB\xBF";
    size_t at = text.len >= 3 && memcmp(text.ptr, mark, 3) == 0 ? 3 : 0;
    enum ura_status status = URA_OK;

    while (!status && at < text.len) {
        const char *end = memchr(text.ptr + at, '\n', text.len - at);
        size_t stop = end ? (size_t)(end - text.ptr) : text.len;
        struct ura_str line = ura_str_slice(text, at, stop);

        reading->line++;
        at = stop + 1;
        if (line.len && line.ptr[line.len - 1] == '\r')
            line.len--;
        if (line.len && line.ptr[0] != '#')
            status = read_line(reading, line);
    }
    return status;
}

/* What PATH's folder is, for the paths in it. */
static char *
folder_of(const char *path)
{
    const char *slash = strcmp(path, "-") == 0 ? NULL : strrchr(path, '/');
    size_t len = slash ? (size_t)(slash - path) + 1 : 0;
    char *folder = malloc(len + 1);

    if (folder) {
        memcpy(folder, path, len);
        folder[len] = '\0';
    }
    return folder;
}

enum ura_status
list_load(const char *path, size_t limit, struct shard shard, const char *suffix,
          struct list *out, struct ura_error *error)
{
    struct reading reading = {.list = out, .shard = shard, .suffix = suffix, .error = error};
    struct ura_buf text = {0};
    enum ura_status status =
        file_load(path, limit, ura_limit_name(URA_LIMIT_FILE), &text, error);

    *out = (struct list){.folder = folder_of(path)};
    if (!status && !out->folder)
        status = error_memory(error);
    if (!status) {
        out->hash = hash_bytes(text.ptr, text.len);
        status = read_lines(&reading, buf_str(&text));
    }
    if (!status && !out->names.count)
        status = error_set(error, URA_BAD_INPUT,
                           "names no pairs; a line is source TAB target [TAB "
                           "name]");
    buf_release(&text);
    if (status) {
        error_set_file(error, path);
        list_release(out);
    }
    return status;
}

uint32_t
list_find(const struct list *list, struct ura_str name)
{
    uint32_t number = intern_find(&list->names, name);

    return number == INTERN_NONE ? INTERN_NONE : list->of_name[number];
}

bool
list_resolve(const struct list *list, const char *path, struct ura_buf *out)
{
    buf_clear(out);
    if (*path != '/')
        buf_append_text(out, list->folder);
    buf_append(out, path, strlen(path) + 1);
    return !out->failed;
}

void
list_release(struct list *list)
{
    arena_release(&list->arena);
    intern_release(&list->names);
    free(list->folder);
    free(list->pairs);
    free(list->all);
    free(list->of_name);
    free(list->line_of_name);
    *list = (struct list){.folder = NULL};
}
