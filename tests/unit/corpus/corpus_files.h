/* corpus_files.h - bitexts that tests make, and what comes out as lines of tsv. */
/* SPDX-License-Identifier: MIT */
#ifndef CORPUS_FILES_H
#define CORPUS_FILES_H

#include <ura/corpus.h>

#include "base/base.h"

/* A folder of the test's own. */
struct folder {
    char path[64];
    struct ura_context *context;
};

void folder_make(struct folder *out);
/* Removes it with the files in it. */
void folder_remove(struct folder *folder);

/*
 * A tmx file of the folder that is being written. A pair of DOCUMENT (NULL: none) and both
 * texts; the path lives until the next call.
 */
struct tmx_file {
    struct ura_buf text;
};
void tmx_begin(struct tmx_file *file);
void tmx_pair(struct tmx_file *file, const char *document, const char *source,
              const char *target);
/* Writes it to NAME in FOLDER; the caller frees the path. */
char *tmx_end(struct tmx_file *file, const struct folder *folder, const char *name);

/* An ura_sink that appends to a struct ura_buf. */
int buf_sink(const void *bytes, size_t len, void *user);

/* A writer into OUT in FORMAT. */
struct test_writer {
    struct ura_write_options options;
    struct ura_outputs outputs;
    struct ura_buf out;
    struct ura_unit_writer *writer;
};
void test_writer_open(struct test_writer *writer, struct ura_context *context,
                      const char *format, const struct ura_corpus *corpus);
/* Ends it; the text, terminated, lives until the writer is released. */
const char *test_writer_close(struct test_writer *writer);
void test_writer_release(struct test_writer *writer);

/* A corpus of COUNT FILES, which live as long. */
struct ura_corpus *corpus_of(struct ura_context *context, const struct ura_corpus_file *files,
                             size_t count);

#endif
