/* context.h - what a caller sets once: limits, data folders, where notes go. */
/* SPDX-License-Identifier: MIT */
#ifndef URA_CONTEXT_H
#define URA_CONTEXT_H

#include <ura/status.h>
#include <ura/str.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Everything that libura would otherwise keep in globals. One thread uses a context at a time;
 * two threads with two contexts never meet.
 */
struct ura_context;

/* A limit is never a cut: what goes over it is refused with URA_TOO_LARGE and the limit's name.
 */
enum ura_limit {
    URA_LIMIT_FILE, /* bytes of one input that is held whole; default 4 GiB */
    URA_LIMIT_LINE, /* bytes of one line; default 64 MiB */
    URA_LIMIT_COUNT
};

enum ura_report_level {
    URA_REPORT_NOTE,    /* a guess that was made, something skipped */
    URA_REPORT_WARNING, /* the job is done, but the result may not be what was wanted */
};

/* Called with one line without a line end; TEXT lives for the call. */
typedef void ura_report_callback(enum ura_report_level level, const char *text, void *user);

/*
 * Make a context with the default limits. Data (abbreviations, layout patterns, names) is read
 * from DATA_FOLDER (`dicts`), or where that is NULL from where it was installed. A folder that
 * is missing is URA_NOT_FOUND. Fails also with URA_NO_MEMORY.
 */
URA_API enum ura_status ura_context_new(const char *data_folder, struct ura_context **out,
                                        struct ura_error *error);
URA_API void ura_context_free(struct ura_context *context);

/* Notes and warnings go to CALLBACK; without one they are dropped. */
URA_API void ura_context_set_report(struct ura_context *context, ura_report_callback *callback,
                                    void *user);
URA_API void ura_context_set_limit(struct ura_context *context, enum ura_limit limit,
                                   size_t value);
URA_API size_t ura_context_limit(const struct ura_context *context, enum ura_limit limit);
/* The name of LIMIT as options and messages have it ("max-line"). */
URA_API const char *ura_limit_name(enum ura_limit limit);
/* The folder that data files are read from; lives as long as the context. */
URA_API const char *ura_context_data_folder(const struct ura_context *context);

/* "0.1.0". */
URA_API const char *ura_version(void);
/* ICU's version as it runs, "72.1". */
URA_API const char *ura_icu_version(void);

#ifdef __cplusplus
}
#endif
#endif
