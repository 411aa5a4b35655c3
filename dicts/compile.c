/* compile.c - what is built once instead of at every start: the images beside the data files.
 */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <stdio.h>

#include <ura/ura.h>

#include "base/base.h"
#include "lang/identify_model.h"
#include "lang/spellout.h"
#include "lexicon/dictionary.h"
#include "lexicon/glossary.h"
#include "text/mojibake.h"

enum { LANGUAGES_MAX = 2, LANGUAGE_SIZE = 16 };

/* What an image is made from. */
struct job {
    struct ura_context *context;
    char languages[LANGUAGES_MAX][LANGUAGE_SIZE];
    struct ura_buf *out;
    struct ura_error *error;
};

static enum ura_status
compile_dictionary(const struct job *job)
{
    return dictionary_compile(job->context, job->languages[0], job->languages[1], job->out,
                              job->error);
}

static enum ura_status
compile_names(const struct job *job)
{
    return glossary_compile(job->context, job->languages[0], job->languages[1], job->out,
                            job->error);
}

static enum ura_status
compile_spellout(const struct job *job)
{
    return spellout_compile(job->context, job->languages[0], job->out, job->error);
}

static enum ura_status
compile_identify(const struct job *job)
{
    return model_compile(job->context, job->languages[0], job->out, job->error);
}

static enum ura_status
compile_mojibake(const struct job *job)
{
    return mojibake_compile(job->context, job->out, job->error);
}

/* Images by name, and how many languages their folder is named by. */
static const struct {
    const char *name;
    size_t languages;
    enum ura_status (*compile)(const struct job *job);
} kinds[] = {
    {"dictionary.image", 2, compile_dictionary}, {"names.image", 2, compile_names},
    {"spellout.image", 1, compile_spellout},     {"identify.image", 1, compile_identify},
    {"mojibake.image", 0, compile_mojibake},
};

/* The languages of FOLDER, LEN bytes of "sq-en"; how many there are, 0 where it is not named by
 * languages. */
static size_t
take_languages(const char *folder, size_t len, struct job *job)
{
    size_t count = 0;

    while (len) {
        const char *dash = memchr(folder, '-', len);
        size_t first = dash ? (size_t)(dash - folder) : len;

        if (count == LANGUAGES_MAX || !first || first >= LANGUAGE_SIZE)
            return 0;
        memcpy(job->languages[count++], folder, first);
        folder += dash ? first + 1 : first;
        len -= dash ? first + 1 : first;
    }
    return count;
}

/* Makes the image that IMAGE, a path inside the data folder DATA, names. */
static enum ura_status
compile(const char *data, const char *image, struct ura_buf *out, struct ura_error *error)
{
    struct job job = {.out = out, .error = error};
    const char *slash = strrchr(image, '/'), *name = slash ? slash + 1 : image;
    size_t languages = take_languages(image, slash ? (size_t)(slash - image) : 0, &job);
    enum ura_status status = ura_context_new(data, &job.context, error);

    if (status)
        return status;
    status = error_set(error, URA_BAD_ARGUMENT, "%s is no image that is known", image);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(name, kinds[i].name) == 0 && kinds[i].languages == languages)
            status = kinds[i].compile(&job);
    ura_context_free(job.context);
    return status;
}

int
main(int count, char **words)
{
    struct ura_buf image = {0};
    struct ura_error error = {0};
    int code = 0;

    if (count != 3) {
        fputs("usage: compile DATA-FOLDER FOLDER/NAME.image >IMAGE\n", stderr);
        return 2;
    }
    if (compile(words[1], words[2], &image, &error)) {
        fprintf(stderr, "compile: %s:%llu: %s\n", error.file, (unsigned long long)error.line,
                error.message);
        code = 3;
    } else if (fwrite(image.ptr, 1, image.len, stdout) != image.len || fflush(stdout)) {
        perror("compile: standard output");
        code = 74;
    }
    buf_release(&image);
    return code;
}
