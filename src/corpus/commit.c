/* commit.c - finished pairs become durable in groups: first results, then their records. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "corpus/commit.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "corpus/worker.h"

/*
 * A group is as many pairs as a second or so makes: its three syncs (2 to 10 ms each on a local
 * disk) are then lost in the work, and a killed run has a second of work to do again.
 */
static const double GROUP_SECONDS = 1;
enum { GROUP_PAIRS = 1024 };
static const double NOTHING_TO_FLUSH = 3600;

enum ura_status
commit_add(struct commit *commit, uint32_t index, bool failed, struct ura_str record,
           double now, struct ura_error *error)
{
    struct commit_entry *entries =
        array_grow(commit->entries, &commit->capacity, commit->count + 1, sizeof *entries);

    if (!entries)
        return error_memory(error);
    commit->entries = entries;
    if (commit->count == 0)
        commit->oldest = now;
    entries[commit->count++] =
        (struct commit_entry){index, failed, commit->text.len, record.len};
    buf_append_str(&commit->text, record);
    return commit->text.failed ? error_memory(error) : URA_OK;
}

double
commit_wait(const struct commit *commit, double now)
{
    if (commit->count == 0)
        return NOTHING_TO_FLUSH;
    return commit->count >= GROUP_PAIRS ? 0 : commit->oldest + GROUP_SECONDS - now;
}

/* The bytes of all results of the group on disk. */
static int
sync_results(const struct commit *commit)
{
#ifdef HAVE_SYNCFS
    return syncfs(commit->folder) ? errno : 0;
#else
    int why = 0;

    for (size_t i = 0; !why && i < commit->count; i++) {
        char name[FOLDER_NAME_SIZE];
        int fd;

        if (commit->entries[i].failed)
            continue;
        worker_result_name(commit->batch, commit->run, commit->entries[i].index, name);
        fd = openat(commit->folder, name, O_RDONLY | O_CLOEXEC);
        if (fd < 0 || fsync(fd))
            why = errno;
        if (fd >= 0)
            close(fd);
    }
    return why;
#endif
}

/* Gives the results their names. What an earlier run left of a pair that failed now goes: it is
 * no result of these texts. */
static int
name_results(const struct commit *commit)
{
    for (size_t i = 0; i < commit->count; i++) {
        const struct commit_entry *entry = &commit->entries[i];
        char result[RESULT_NAME_SIZE], temporary[FOLDER_NAME_SIZE];

        result_name(commit->batch, &commit->batch->list.pairs[entry->index], result);
        worker_result_name(commit->batch, commit->run, entry->index, temporary);
        if (entry->failed ? unlinkat(commit->folder, result, 0) && errno != ENOENT
                          : renameat(commit->folder, temporary, commit->folder, result) != 0)
            return errno;
    }
    /* File systems that cannot sync a folder say EINVAL; names are then as durable as they get.
     */
    return fsync(commit->folder) && errno != EINVAL ? errno : 0;
}

static int
compare_entries(const void *first, const void *second)
{
    const struct commit_entry *one = first, *other = second;

    return one->index < other->index ? -1 : one->index > other->index;
}

/* Hands the records to the report, in the order of the list. */
static enum ura_status
append_records(struct commit *commit, struct ura_error *error)
{
    uint32_t *indexes = array_new(commit->count, sizeof *indexes);
    size_t *lens = array_new(commit->count, sizeof *lens);
    struct ura_buf text = {0};
    enum ura_status status = URA_OK;

    if (!indexes || !lens || !buf_reserve(&text, commit->text.len))
        status = error_memory(error);
    for (size_t i = 0; !status && i < commit->count; i++) {
        const struct commit_entry *entry = &commit->entries[i];

        indexes[i] = entry->index;
        lens[i] = entry->len;
        buf_append(&text, commit->text.ptr + entry->start, entry->len);
    }
    if (!status)
        status =
            report_append(commit->report, indexes, lens, commit->count, buf_str(&text), error);
    buf_release(&text);
    free(indexes);
    free(lens);
    return status;
}

enum ura_status
commit_flush(struct commit *commit, struct ura_error *error)
{
    enum ura_status status;
    int why;

    if (commit->count == 0)
        return URA_OK;
    qsort(commit->entries, commit->count, sizeof *commit->entries, compare_entries);
    why = sync_results(commit);
    if (!why)
        why = name_results(commit);
    if (why) {
        status = error_errno(error, "cannot write results", why);
        error_set_file(error, commit->batch->options.folder);
    } else {
        status = append_records(commit, error);
    }
    commit->count = 0;
    buf_clear(&commit->text);
    return status;
}

void
commit_release(struct commit *commit)
{
    free(commit->entries);
    buf_release(&commit->text);
    *commit = (struct commit){.folder = -1};
}
