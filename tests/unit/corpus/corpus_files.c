/* corpus_files.c - bitexts that tests make, and what comes out as lines of tsv. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "corpus_files.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

void
folder_make(struct folder *out)
{
    snprintf(out->path, sizeof out->path, "/tmp/ura-corpus-XXXXXX");
    assert_non_null(mkdtemp(out->path));
    assert_int_equal(ura_context_new(getenv("URA_DATA"), &out->context, NULL), URA_OK);
}

void
folder_remove(struct folder *folder)
{
    DIR *listing = opendir(folder->path);
    const struct dirent *entry;
    char path[512];

    assert_non_null(listing);
    while ((entry = readdir(listing))) {
        snprintf(path, sizeof path, "%s/%s", folder->path, entry->d_name);
        if (entry->d_name[0] != '.')
            assert_int_equal(unlink(path), 0);
    }
    closedir(listing);
    assert_int_equal(rmdir(folder->path), 0);
    ura_context_free(folder->context);
}

void
tmx_begin(struct tmx_file *file)
{
    *file = (struct tmx_file){.text = {0}};
    buf_append_text(&file->text, "<tmx version=\"1.4\"><header creationtool=\"t\" "
                                 "creationtoolversion=\"1\" segtype=\"sentence\" o-tmf=\"t\" "
                                 "adminlang=\"en\" srclang=\"sq\" datatype=\"plaintext\"/>"
                                 "<body>\n");
}

void
tmx_pair(struct tmx_file *file, const char *document, const char *source, const char *target)
{
    struct ura_buf *buf = &file->text;

    buf_append_text(buf, "<tu>");
    if (document) {
        buf_append_text(buf, "<prop type=\"document\">");
        buf_append_text(buf, document);
        buf_append_text(buf, "</prop>");
    }
    buf_append_text(buf, "<tuv xml:lang=\"sq\"><seg>");
    buf_append_text(buf, source);
    buf_append_text(buf, "</seg></tuv><tuv xml:lang=\"en\"><seg>");
    buf_append_text(buf, target);
    buf_append_text(buf, "</seg></tuv></tu>\n");
}

char *
tmx_end(struct tmx_file *file, const struct folder *folder, const char *name)
{
    char path[512];
    FILE *stream;

    buf_append_text(&file->text, "</body></tmx>\n");
    assert_false(file->text.failed);
    snprintf(path, sizeof path, "%s/%s", folder->path, name);
    stream = fopen(path, "w");
    assert_non_null(stream);
    assert_int_equal(fwrite(file->text.ptr, 1, file->text.len, stream), file->text.len);
    assert_int_equal(fclose(stream), 0);
    buf_release(&file->text);
    return strdup(path);
}

int
buf_sink(const void *bytes, size_t len, void *user)
{
    buf_append(user, bytes, len);
    return ((struct ura_buf *)user)->failed ? -1 : 0;
}

void
test_writer_open(struct test_writer *writer, struct ura_context *context, const char *format,
                 const struct ura_corpus *corpus)
{
    *writer = (struct test_writer){.options = {.context = context}};
    writer->outputs = (struct ura_outputs){.sink = buf_sink, .users = {&writer->out}};
    assert_int_equal(ura_unit_writer_open(context, ura_format_find(format),
                                          ura_corpus_header(corpus), &writer->options,
                                          &writer->outputs, &writer->writer, NULL),
                     URA_OK);
}

const char *
test_writer_close(struct test_writer *writer)
{
    assert_int_equal(ura_unit_writer_close(writer->writer, URA_OK, NULL), URA_OK);
    buf_append_byte(&writer->out, '\0');
    assert_false(writer->out.failed);
    return writer->out.ptr;
}

void
test_writer_release(struct test_writer *writer)
{
    buf_release(&writer->out);
}

struct ura_corpus *
corpus_of(struct ura_context *context, const struct ura_corpus_file *files, size_t count)
{
    struct ura_corpus_options options = {.files = files, .file_count = count};
    struct ura_error error = {0};
    struct ura_corpus *corpus;

    if (ura_corpus_open(context, &options, &corpus, &error))
        fail_msg("%s: %s", error.file, error.message);
    return corpus;
}
