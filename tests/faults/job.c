/* job.c - one whole job of the library, as fault tests run it again and again. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "job.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

enum { PATH_SIZE = 1024 };

static int
take(const void *bytes, size_t len, void *user)
{
    buf_append(user, bytes, len);
    return ((struct ura_buf *)user)->failed ? ENOMEM : 0;
}

static enum ura_status
open_side(struct ura_context *context, const char *name, const char *side, const char *language,
          struct ura_document **out, struct ura_error *error)
{
    struct ura_document_options options = {.name = side, .language = language};
    const char *source = getenv("URA_SOURCE");
    char path[PATH_SIZE];

    snprintf(path, sizeof path, "%s/corpora/%s/%s.txt", source ? source : ".", name, side);
    return ura_document_open(context, path, &options, out, error);
}

enum ura_status
job_align(const char *name, const char *format, struct ura_buf *out, struct ura_error *error)
{
    struct ura_write_options writing = {.keep_furniture = true};
    struct ura_document *source = NULL, *target = NULL;
    struct ura_context *context = NULL;
    struct ura_bitext *bitext = NULL;
    enum ura_status status;

    status = ura_context_new(getenv("URA_DATA"), &context, error);
    if (!status)
        status = open_side(context, name, "source", "sq", &source, error);
    if (!status)
        status = open_side(context, name, "target", "en", &target, error);
    if (!status)
        status = ura_pair_align(context, source, target, NULL, &bitext, error);
    if (!status) {
        struct ura_outputs outputs = {.sink = take, .users = {out}};

        writing.context = context;
        status = ura_format_write_bitext(context, ura_format_find(format), bitext, &writing,
                                         &outputs, error);
    }
    ura_bitext_free(bitext);
    ura_document_free(target);
    ura_document_free(source);
    ura_context_free(context);
    return status;
}
