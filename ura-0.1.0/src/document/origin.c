/* origin.c - from the flow text all the way back to the bytes of the file. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "document/document.h"

/* Collects ranges, merging those that touch. */
struct collection {
    struct ura_span *out;
    size_t capacity;
    size_t count; /* of finished ranges */
    struct ura_span pending;
    bool any;
};

static void
finish_pending(struct collection *collection)
{
    if (collection->any && collection->count++ < collection->capacity)
        collection->out[collection->count - 1] = collection->pending;
}

static void
collect(struct collection *collection, struct ura_span span)
{
    if (collection->any && span.start <= collection->pending.end) {
        if (span.end > collection->pending.end)
            collection->pending.end = span.end;
        return;
    }
    finish_pending(collection);
    collection->pending = span;
    collection->any = true;
}

size_t
ura_document_origin(const struct ura_document *document, struct ura_span flow,
                    struct ura_span *out, size_t capacity)
{
    const struct ura_map *outer = &document->priv->layout.map;
    const struct ura_map *inner = &document->priv->window.map;
    struct collection collection = {.out = out, .capacity = capacity};

    for (size_t i = map_find(outer, flow.start);
         i < outer->count && outer->runs[i].to < flow.end; i++) {
        struct ura_span clean = map_run_origin(&outer->runs[i], flow);

        for (size_t k = map_find(inner, clean.start);
             k < inner->count && inner->runs[k].to < clean.end; k++)
            collect(&collection, map_run_origin(&inner->runs[k], clean));
    }
    finish_pending(&collection);
    return collection.count;
}
