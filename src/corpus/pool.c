/* pool.c - the worker processes of a run: started, fed, listened to, replaced. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "corpus/pool.h"

#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum { INBOX_STEP = 64 << 10 }; /* bytes read at a time */

/* The processors that this process may use, which a batch system may have made few. */
static size_t
processor_count(void)
{
    long online = sysconf(_SC_NPROCESSORS_ONLN);
#ifdef CPU_COUNT
    cpu_set_t set;

    if (sched_getaffinity(0, sizeof set, &set) == 0)
        online = CPU_COUNT(&set);
#endif
    return online > 0 ? (size_t)online : 1;
}

size_t
pool_jobs(size_t jobs)
{
    return jobs ? jobs : processor_count();
}

enum ura_status
pool_init(struct pool *pool, const struct ura_batch *batch, int folder, size_t jobs,
          struct ura_error *error)
{
    jobs = pool_jobs(jobs);
    if (jobs > batch->list.count)
        jobs = batch->list.count;
    *pool = (struct pool){.batch = batch, .folder = folder, .run = (long)getpid()};
    pool->workers = array_new(jobs + 1, sizeof *pool->workers);
    if (!pool->workers)
        return error_memory(error);
    pool->count = jobs;
    for (size_t i = 0; i < jobs; i++)
        pool->workers[i].socket = -1;
    return URA_OK;
}

void
pool_release(struct pool *pool)
{
    for (size_t i = 0; i < pool->count; i++) {
        pool_stop(&pool->workers[i], pool->workers[i].queued == 0);
        buf_release(&pool->workers[i].inbox);
    }
    free(pool->workers);
    *pool = (struct pool){.folder = -1};
}

enum ura_status
pool_start(struct pool *pool, struct worker *worker, struct ura_error *error)
{
    int ends[2];

    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends))
        return error_errno(error, "cannot start a worker", errno);
    worker->pid = fork();
    if (worker->pid == 0) {
        /* With the other workers' sockets open here, they would not see their parent go. */
        for (size_t i = 0; i < pool->count; i++)
            if (pool->workers[i].socket >= 0)
                close(pool->workers[i].socket);
        close(ends[0]);
        worker_serve(pool->batch, pool->folder, pool->run, ends[1]);
        _exit(EXIT_SUCCESS); /* of a process that is ours alone: no caller is taken down */
    }
    close(ends[1]);
    if (worker->pid < 0) {
        int why = errno;

        worker->pid = 0;
        close(ends[0]);
        return error_errno(error, "cannot start a worker", why);
    }
    worker->socket = ends[0];
    worker->queued = worker->answered = worker->taken = 0;
    buf_clear(&worker->inbox);
    return URA_OK;
}

int
pool_stop(struct worker *worker, bool softly)
{
    int status = 0;

    if (worker->socket >= 0)
        close(worker->socket);
    worker->socket = -1;
    if (!worker->pid)
        return status;
    if (!softly)
        kill(worker->pid, SIGKILL);
    while (waitpid(worker->pid, &status, 0) < 0 && errno == EINTR)
        continue;
    worker->pid = 0;
    return status;
}

void
pool_order(struct worker *worker, uint32_t index, double now)
{
    if (worker->queued == 0)
        worker->started = now;
    worker->queue[worker->queued++] = index;
    /* A worker that is gone is noticed where it is listened to. */
    (void)!send(worker->socket, &index, sizeof index, MSG_NOSIGNAL);
}

bool
pool_listen(struct worker *worker)
{
    ssize_t got;

    worker->inbox.len -= worker->taken;
    if (worker->taken)
        memmove(worker->inbox.ptr, worker->inbox.ptr + worker->taken, worker->inbox.len);
    worker->taken = 0;
    if (!buf_reserve(&worker->inbox, INBOX_STEP))
        return false;
    do
        got = recv(worker->socket, worker->inbox.ptr + worker->inbox.len, INBOX_STEP,
                   MSG_DONTWAIT);
    while (got < 0 && errno == EINTR);
    if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
        return true;
    if (got <= 0)
        return false;
    worker->inbox.len += (size_t)got;
    return true;
}

enum ura_status
pool_take(struct worker *worker, double now, struct answer *out, struct ura_str *record,
          struct ura_str *message)
{
    struct ura_str rest =
        ura_str_slice(buf_str(&worker->inbox), worker->taken, worker->inbox.len);

    if (rest.len < sizeof *out)
        return URA_END;
    memcpy(out, rest.ptr, sizeof *out);
    rest = ura_str_slice(rest, sizeof *out, rest.len);
    if (rest.len < (size_t)out->record + out->message)
        return URA_END;
    *record = ura_str_slice(rest, 0, out->record);
    *message = ura_str_slice(rest, out->record, (size_t)out->record + out->message);
    worker->taken += sizeof *out + record->len + message->len;
    worker->answered++;
    worker->queued--;
    memmove(worker->queue, worker->queue + 1, worker->queued * sizeof *worker->queue);
    worker->started = now;
    return URA_OK;
}
