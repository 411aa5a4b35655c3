/* identify_image.c - a model's tables as an image, so that they need not be read at every
 * start. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <stdio.h>

#include "lang/identify_parts.h"

/* The version goes up with the parts, and with how a key finds its slot. */
static const struct image_kind kind = {"ura-iden", 1};

enum { PART_FACTS, PART_GRAMS, PART_WORDS, PARTS };

struct facts {
    int64_t script;
    double fit[FEATURE_COUNT];
};

static enum ura_status
find_stamp(const struct ura_context *context, const char *code, uint64_t *stamp,
           struct ura_error *error)
{
    struct ura_buf bytes = {0};
    enum ura_status status;
    char name[64];

    *stamp = 0;
    stamp_add_text(stamp, ura_version());
    snprintf(name, sizeof name, "%s/identify.txt", code);
    status = stamp_add_file(stamp, ura_context_data_folder(context), name, &bytes, error);
    buf_release(&bytes);
    return status;
}

/* Lets OUT see PART; false if it is no table in which a search comes to an end. */
static bool
see_table(struct ura_str part, struct identify_table *out)
{
    size_t count = part.len / sizeof *out->slots;

    if (part.len % sizeof *out->slots || (count & (count - 1)))
        return false;
    *out = (struct identify_table){.slots = (void *)(uintptr_t)part.ptr, .slot_count = count};
    for (size_t i = 0; i < count; i++)
        out->count += out->slots[i].mark != 0;
    return out->count <= count / 2;
}

static bool
see(struct ura_str bytes, uint64_t stamp, struct identify_model *out)
{
    struct image image;
    struct facts facts;

    if (image_read(bytes, &kind, &image, NULL) || image.stamp != stamp ||
        image.count != PARTS || image.parts[PART_FACTS].len != sizeof facts ||
        !see_table(image.parts[PART_GRAMS], &out->grams) ||
        !see_table(image.parts[PART_WORDS], &out->words))
        return false;
    memcpy(&facts, image.parts[PART_FACTS].ptr, sizeof facts);
    out->script = (int)facts.script;
    memcpy(out->fit, facts.fit, sizeof facts.fit);
    return true;
}

bool
model_map(const struct ura_context *context, const char *code, struct identify_model *model)
{
    uint64_t stamp;
    char path[640];

    snprintf(path, sizeof path, "%s/%s/identify%s", ura_context_data_folder(context), code,
             IMAGE_SUFFIX);
    if (mapping_open(path, &model->mapping, NULL))
        return false;
    if (!find_stamp(context, code, &stamp, NULL) && see(model->mapping.bytes, stamp, model)) {
        snprintf(model->code, sizeof model->code, "%s", code);
        return true;
    }
    mapping_close(&model->mapping);
    model->grams = model->words = (struct identify_table){0};
    return false;
}

static struct ura_str
table_bytes(const struct identify_table *table)
{
    return (struct ura_str){(const char *)table->slots,
                            table->slot_count * sizeof *table->slots};
}

enum ura_status
model_compile(const struct ura_context *context, const char *code, struct ura_buf *out,
              struct ura_error *error)
{
    struct identify_model *model;
    struct facts facts;
    uint64_t stamp;
    enum ura_status status = find_stamp(context, code, &stamp, error);

    if (!status)
        status = model_read(context, code, &model, error);
    if (status)
        return status;
    facts.script = model->script;
    memcpy(facts.fit, model->fit, sizeof facts.fit);
    const struct ura_str parts[PARTS] = {{(const char *)&facts, sizeof facts},
                                         table_bytes(&model->grams),
                                         table_bytes(&model->words)};

    image_write(&kind, stamp, parts, PARTS, out);
    model_free(model);
    return out->failed ? error_memory(error) : URA_OK;
}
