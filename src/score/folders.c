/* folders.c - which files are to be scored: two of them, or all of two folders. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "score/score.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

enum { DEPTH_MOST = 64 }; /* folders within folders: links that lead round in a circle */

static bool
is_folder(const char *path)
{
    struct stat status;

    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

/* FOLDER/NAME; NULL when out of memory. The caller frees it. */
static char *
join(const char *folder, const char *name)
{
    struct ura_buf path = {0};

    buf_append_text(&path, folder);
    if (path.len && path.ptr[path.len - 1] != '/')
        buf_append_byte(&path, '/');
    buf_append_text(&path, name);
    buf_append_byte(&path, '\0');
    if (path.failed)
        buf_release(&path);
    return path.ptr;
}

/* Takes over both paths. */
static enum ura_status
add_pair(struct ura_score_pairs *pairs, char *gold, char *system, struct ura_error *error)
{
    struct ura_score_pair *grown =
        array_grow(pairs->items, &pairs->capacity, pairs->count + 1, sizeof *grown);

    if (!grown) {
        free(gold);
        free(system);
        return error_memory(error);
    }
    pairs->items = grown;
    grown[pairs->count++] = (struct ura_score_pair){gold, system};
    return URA_OK;
}

struct names {
    char **items;
    size_t count, capacity;
};

static void
release_names(struct names *names)
{
    for (size_t i = 0; i < names->count; i++)
        free(names->items[i]);
    free(names->items);
}

static int
compare_names(const void *one, const void *other)
{
    return strcmp(*(char *const *)one, *(char *const *)other);
}

static bool
add_name(struct names *names, const char *name)
{
    char **grown = array_grow(names->items, &names->capacity, names->count + 1, sizeof *grown);

    if (!grown)
        return false;
    names->items = grown;
    grown[names->count] = strdup(name);
    return grown[names->count++] != NULL;
}

/* The names in FOLDER but hidden ones, in their order. */
static enum ura_status
list_names(const char *folder, struct names *out, struct ura_error *error)
{
    DIR *stream = opendir(folder);
    struct dirent *entry;
    bool known = true;

    if (!stream) {
        error_errno(error, "cannot read", errno);
        error_set_file(error, folder);
        return URA_IO;
    }
    while (known && (entry = readdir(stream)))
        if (entry->d_name[0] != '.')
            known = add_name(out, entry->d_name);
    closedir(stream);
    if (!known)
        return error_memory(error);
    if (out->count)
        qsort(out->items, out->count, sizeof *out->items, compare_names);
    return URA_OK;
}

static bool
ends_with(const char *name, const char *suffix)
{
    size_t len = strlen(name), end = suffix ? strlen(suffix) : 0;

    return !end || (len >= end && strcmp(name + len - end, suffix) == 0);
}

/* A file or a folder of the gold and what stands at the same place of the answers; both paths
 * are taken over. */
static enum ura_status add_entry(char *gold, char *system, const char *suffix, int depth,
                                 struct ura_score_pairs *out, struct ura_error *error);

static enum ura_status
walk(const char *gold, const char *system, const char *suffix, int depth,
     struct ura_score_pairs *out, struct ura_error *error)
{
    struct names names = {0};
    enum ura_status status;

    if (depth > DEPTH_MOST) {
        error_set(error, URA_TOO_LARGE,
                  "lies %d folders deep; do links lead round in a circle?", depth);
        error_set_file(error, gold);
        return URA_TOO_LARGE;
    }
    status = list_names(gold, &names, error);
    for (size_t i = 0; i < names.count && !status; i++)
        status = add_entry(join(gold, names.items[i]), join(system, names.items[i]), suffix,
                           depth, out, error);
    release_names(&names);
    return status;
}

static enum ura_status
add_entry(char *gold, char *system, const char *suffix, int depth, struct ura_score_pairs *out,
          struct ura_error *error)
{
    enum ura_status status = URA_OK;
    struct stat there;

    if (!gold || !system) {
        status = error_memory(error);
    } else if (is_folder(gold)) {
        status = walk(gold, system, suffix, depth + 1, out, error);
    } else if (ends_with(gold, suffix)) {
        if (stat(system, &there) != 0) {
            free(system);
            system = NULL;
        }
        return add_pair(out, gold, system, error);
    }
    free(gold);
    free(system);
    return status;
}

enum ura_status
ura_score_find_pairs(const char *gold, const char *system, const char *suffix,
                     struct ura_score_pairs *out, struct ura_error *error)
{
    size_t before = out->count;
    enum ura_status status;

    if (is_folder(gold) != is_folder(system)) {
        const char *folder = is_folder(gold) ? gold : system;

        error_set(error, URA_BAD_INPUT,
                  "is a folder and %s is none; two files or two folders "
                  "would be right",
                  folder == gold ? system : gold);
        error_set_file(error, folder);
        return URA_BAD_INPUT;
    }
    if (!is_folder(gold)) {
        char *one = strdup(gold), *other = strdup(system);

        if (one && other)
            return add_pair(out, one, other, error);
        free(one);
        free(other);
        return error_memory(error);
    }
    status = walk(gold, system, suffix, 1, out, error);
    if (!status && out->count == before) {
        status =
            suffix ? error_set(error, URA_BAD_INPUT, "holds no file that ends with %s", suffix)
                   : error_set(error, URA_BAD_INPUT, "holds no file");
        error_set_file(error, gold);
    }
    return status;
}

void
ura_score_pairs_release(struct ura_score_pairs *pairs)
{
    for (size_t i = 0; i < pairs->count; i++) {
        free(pairs->items[i].gold);
        free(pairs->items[i].system);
    }
    free(pairs->items);
    *pairs = (struct ura_score_pairs){0};
}
