/* settings.c - what a result depends on besides its two texts. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "corpus/settings.h"

#include <dirent.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

enum { HASH_SIZE = 20 };

static void
append_option(struct ura_buf *buf, const char *name, const char *value)
{
    if (!value)
        return;
    buf_append_text(buf, " --");
    buf_append_text(buf, name);
    buf_append_byte(buf, ' ');
    buf_append_text(buf, value);
}

void
settings_append(struct ura_buf *buf, const struct ura_batch_options *options)
{
    int moved = options->pair.moved;

    buf_append_text(buf, "batch");
    append_option(buf, "to", options->format->name);
    append_option(buf, "from", options->from ? options->from->name : NULL);
    append_option(buf, "layout", ura_layout_name(options->layout));
    append_option(buf, "source-language", options->source_language);
    append_option(buf, "target-language", options->target_language);
    append_option(buf, "encoding", options->encoding);
    append_option(buf, "moved", moved ? moved > 0 ? "on" : "off" : "auto");
    append_option(buf, "lexicon", options->pair.lexicon);
    if (options->keep_furniture)
        buf_append_text(buf, " --keep-furniture");
    if (options->min_confidence > 0) {
        buf_append_text(buf, " --min-confidence ");
        buf_append_fixed(buf, options->min_confidence, 9);
    }
}

void
settings_append_table(struct ura_buf *buf, uint64_t hash)
{
    char digits[HASH_SIZE];

    snprintf(digits, sizeof digits, "%016" PRIx64, hash);
    append_option(buf, "table", digits);
}

/* The data files under a folder, whatever order the system lists them in. */
struct paths {
    char **items;
    size_t count, capacity;
};

static bool
add_path(struct paths *paths, const char *folder, const char *name)
{
    size_t len = strlen(folder) + strlen(name) + 2;
    char **grown = array_grow(paths->items, &paths->capacity, paths->count + 1, sizeof *grown);
    struct ura_buf path = {0};

    if (!grown)
        return false;
    paths->items = grown;
    if (!buf_reserve(&path, len))
        return false;
    buf_append_text(&path, folder);
    buf_append_byte(&path, '/');
    buf_append(&path, name, strlen(name) + 1);
    grown[paths->count++] = path.ptr;
    return true;
}

/* Adds what FOLDER holds; hidden files are no data. */
static enum ura_status
list_folder(struct paths *paths, const char *folder, struct ura_error *error)
{
    DIR *stream = opendir(folder);
    const struct dirent *entry;
    enum ura_status status = URA_OK;

    if (!stream) {
        status = error_errno(error, "cannot read", errno);
        error_set_file(error, folder);
        return status;
    }
    while (!status && (entry = readdir(stream)))
        if (entry->d_name[0] != '.' && !add_path(paths, folder, entry->d_name))
            status = error_memory(error);
    closedir(stream);
    return status;
}

static int
compare_paths(const void *first, const void *second)
{
    return strcmp(*(char *const *)first, *(char *const *)second);
}

/* Adds the hash of PATH, which is a file, to DIGEST. */
static enum ura_status
add_file(struct ura_buf *digest, const char *path, const char *name, struct ura_error *error)
{
    struct ura_buf bytes = {0};
    enum ura_status status = file_load(path, SIZE_MAX / 2, "", &bytes, error);
    uint64_t hash = hash_bytes(bytes.ptr, bytes.len);

    buf_release(&bytes);
    if (status) {
        error_set_file(error, path);
        return status;
    }
    buf_append(digest, name, strlen(name) + 1);
    buf_append(digest, &hash, sizeof hash);
    return digest->failed ? error_memory(error) : URA_OK;
}

/* Images say what other files say, or are not believed. */
static bool
is_image(const char *path)
{
    size_t len = strlen(path), suffix = strlen(IMAGE_SUFFIX);

    return len > suffix && strcmp(path + len - suffix, IMAGE_SUFFIX) == 0;
}

static enum ura_status
hash_paths(struct paths *paths, size_t root, struct ura_buf *digest, struct ura_error *error)
{
    enum ura_status status = URA_OK;

    /* The list grows while it is walked: folders add what they hold. */
    for (size_t i = 0; !status && i < paths->count; i++) {
        struct stat found;

        if (stat(paths->items[i], &found) == 0 && S_ISDIR(found.st_mode))
            status = list_folder(paths, paths->items[i], error);
    }
    if (!status)
        qsort(paths->items, paths->count, sizeof *paths->items, compare_paths);
    for (size_t i = 0; !status && i < paths->count; i++) {
        const char *path = paths->items[i];
        struct stat found;

        if (!is_image(path) && stat(path, &found) == 0 && S_ISREG(found.st_mode))
            status = add_file(digest, path, path + root, error);
    }
    return status;
}

enum ura_status
settings_hash_data(const char *folder, uint64_t *out, struct ura_error *error)
{
    struct ura_buf digest = {0};
    struct paths paths = {0};
    enum ura_status status = list_folder(&paths, folder, error);

    if (!status)
        status = hash_paths(&paths, strlen(folder), &digest, error);
    *out = hash_bytes(digest.ptr, digest.len);
    for (size_t i = 0; i < paths.count; i++)
        free(paths.items[i]);
    free(paths.items);
    buf_release(&digest);
    return status;
}

uint64_t
settings_hash(struct ura_str settings, uint64_t data, uint64_t brought)
{
    const uint64_t all[] = {
        hash_bytes(ura_version(), strlen(ura_version())),
        hash_bytes(ura_icu_version(), strlen(ura_icu_version())),
        hash_bytes(settings.ptr, settings.len),
        URA_BATCH_SCHEMA,
        data,
        brought,
    };

    return hash_bytes(all, sizeof all);
}
