/* align.c - libura in ten lines: two texts in memory, their sentences side by side. */
/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>

#include <ura/ura.h>

static const char albanian[] = "Ura u hap të hënën. Ministri e përuroi në orën 10.\n"
                               "Ajo kushtoi 4,2 milionë euro, tha ai.\n";
static const char english[] = "The bridge was opened on Monday.\n"
                              "The minister inaugurated it at 10 a.m. It cost 4.2 million "
                              "euros, he said.\n";

/* The sentences [FIRST, FIRST + COUNT) of DOCUMENT, one a line. */
static void
print_sentences(const char *side, const struct ura_document *document, size_t first,
                size_t count)
{
    for (size_t i = first; i < first + count; i++) {
        struct ura_str text = ura_document_text(document, document->sentences[i].flow);

        printf("%s %.*s\n", side, (int)text.len, text.ptr);
    }
}

int
main(void)
{
    struct ura_document_options sq = {.language = "sq"}, en = {.language = "en"};
    struct ura_document *source = NULL, *target = NULL;
    struct ura_context *context = NULL;
    struct ura_bitext *bitext = NULL;
    struct ura_error error;

    /* Without URA_DATA the library reads the data that was installed with it. */
    if (ura_context_new(getenv("URA_DATA"), &context, &error) ||
        ura_document_read(context, albanian, strlen(albanian), &sq, &source, &error) ||
        ura_document_read(context, english, strlen(english), &en, &target, &error) ||
        ura_pair_align(context, source, target, NULL, &bitext, &error)) {
        fprintf(stderr, "align: %s\n", error.message);
    } else {
        for (size_t i = 0; i < bitext->bead_count; i++) {
            const struct ura_bead *bead = &bitext->beads[i];

            print_sentences("sq", source, bead->source_first, bead->source_count);
            print_sentences("en", target, bead->target_first, bead->target_count);
            putchar('\n');
        }
    }
    ura_bitext_free(bitext);
    ura_document_free(target);
    ura_document_free(source);
    ura_context_free(context);
    return bitext ? EXIT_SUCCESS : EXIT_FAILURE;
}
