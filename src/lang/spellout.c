/* spellout.c - the number words of a language, opened once and kept. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lang/spellout.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lang/spellout_image.h"
#include "text/text.h"

const struct image_kind spellout_kind = {"ura-spel", 1};

struct spellout {
    struct mapping mapping; /* all pointers go into this file, */
    struct ura_buf built;   /* or else into these bytes */
    struct frozen words;
    const uint32_t *kinds;
    const uint32_t *values;
};

static void
free_spellout(void *value)
{
    struct spellout *spellout = value;

    mapping_close(&spellout->mapping);
    buf_release(&spellout->built);
    free(spellout);
}

static enum ura_status
see(struct ura_str bytes, struct spellout *out, uint64_t *stamp, struct ura_error *error)
{
    struct image image;
    enum ura_status status = image_read(bytes, &spellout_kind, &image, error);

    if (status)
        return status;
    *stamp = image.stamp;
    if (image.count != SPELLOUT_PARTS || !frozen_read(image.parts[SPELLOUT_WORDS], &out->words))
        return error_set(error, URA_SYNTAX, "is damaged: it has no words");
    out->kinds =
        image_numbers(image.parts[SPELLOUT_KINDS], out->words.count, SPELLED_PERCENT + 1);
    out->values = image_numbers(image.parts[SPELLOUT_VALUES], out->words.count, SIZE_MAX);
    if (!out->kinds || !out->values)
        return error_set(error, URA_SYNTAX, "is damaged: its parts do not fit together");
    return URA_OK;
}

/* A hash of all that number words come from. */
static enum ura_status
find_stamp(struct ura_context *context, const char *primary, uint64_t *stamp,
           struct ura_error *error)
{
    struct ura_buf bytes = {0};
    enum ura_status status;
    char name[64];

    *stamp = 0;
    stamp_add_text(stamp, ura_version());
    stamp_add_text(stamp, ura_icu_version());
    snprintf(name, sizeof name, "%s/numbers.txt", primary);
    status = stamp_add_file(stamp, ura_context_data_folder(context), name, &bytes, error);
    buf_release(&bytes);
    return status;
}

/* Maps the image of a language that is named without script and country, if it can be believed.
 */
static bool
map_image(struct ura_context *context, const char *language, uint64_t stamp,
          struct spellout *out)
{
    uint64_t made_from;
    char path[640];

    if (strpbrk(language, "-_"))
        return false;
    snprintf(path, sizeof path, "%s/%s/spellout%s", ura_context_data_folder(context), language,
             IMAGE_SUFFIX);
    if (mapping_open(path, &out->mapping, NULL))
        return false;
    if (!see(out->mapping.bytes, out, &made_from, NULL) && made_from == stamp)
        return true;
    mapping_close(&out->mapping);
    return false;
}

static enum ura_status
open_spellout(struct ura_context *context, const char *language, const char *primary,
              struct spellout *out, struct ura_error *error)
{
    uint64_t stamp;
    enum ura_status status = find_stamp(context, primary, &stamp, error);

    if (status || map_image(context, language, stamp, out))
        return status;
    status = spellout_build(context, language, primary, stamp, &out->built, error);
    return status ? status : see(buf_str(&out->built), out, &stamp, error);
}

static void
take_primary(const char *language, char out[16])
{
    snprintf(out, 16, "%.*s", (int)strcspn(language, "-_"), language);
}

enum ura_status
spellout_get(struct ura_context *context, const char *language, const struct spellout **out,
             struct ura_error *error)
{
    char key[48], primary[16];
    struct spellout *spellout;
    enum ura_status status;

    take_primary(language, primary);
    snprintf(key, sizeof key, "spellout:%s", primary);
    *out = context_kept(context, key);
    if (*out)
        return URA_OK;
    spellout = calloc(1, sizeof *spellout);
    if (!spellout)
        return error_memory(error);
    status = open_spellout(context, language, primary, spellout, error);
    if (status) {
        free_spellout(spellout);
        return status;
    }
    status = context_keep(context, key, spellout, free_spellout, error);
    if (!status)
        *out = spellout;
    return status;
}

enum ura_status
spellout_compile(struct ura_context *context, const char *language, struct ura_buf *out,
                 struct ura_error *error)
{
    uint64_t stamp;
    enum ura_status status = find_stamp(context, language, &stamp, error);

    return status ? status : spellout_build(context, language, language, stamp, out, error);
}

struct spelled
spellout_find(const struct spellout *spellout, struct ura_str word)
{
    uint32_t number = frozen_find(&spellout->words, word);

    return number == INTERN_NONE ? (struct spelled){SPELLED_NONE, 0}
                                 : (struct spelled){(enum spelled_kind)spellout->kinds[number],
                                                    spellout->values[number]};
}
