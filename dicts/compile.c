/* compile.c - what is built once instead of at every start: the images beside the data files.
 */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <stdio.h>

#include <ura/ura.h>

#include "base/base.h"
#include "lexicon/dictionary.h"
#include "lexicon/glossary.h"

static const struct {
    const char *name;
    enum ura_status (*compile)(struct ura_context *context, const char *first,
                               const char *second, struct ura_buf *out,
                               struct ura_error *error);
} kinds[] = {
    {"dictionary", dictionary_compile},
    {"names", glossary_compile},
};

static enum ura_status
compile(char **words, struct ura_buf *image, struct ura_error *error)
{
    struct ura_context *context;
    enum ura_status status = ura_context_new(words[1], &context, error);

    if (status)
        return status;
    status = error_set(error, URA_BAD_ARGUMENT, "there is no image of kind %s", words[4]);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(words[4], kinds[i].name) == 0)
            status = kinds[i].compile(context, words[2], words[3], image, error);
    ura_context_free(context);
    return status;
}

int
main(int count, char **words)
{
    struct ura_buf image = {0};
    struct ura_error error = {0};
    int code = 0;

    if (count != 5) {
        fputs("usage: compile DATA-FOLDER FIRST-LANGUAGE SECOND-LANGUAGE KIND >IMAGE\n",
              stderr);
        return 2;
    }
    if (compile(words, &image, &error)) {
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
