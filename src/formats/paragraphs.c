/* paragraphs.c - paragraphs of a document that were read and are still to be given. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/paragraphs.h"

#include <stdlib.h>

static const char NO_BREAK_SPACE[] = "\xc2\xa0";

/* The bytes of the white space that TEXT begins with. */
static size_t
space_before(struct ura_str text)
{
    if (text.len && strchr(" \t\r\n\f", text.ptr[0]) && text.ptr[0])
        return 1;
    return text.len >= 2 && memcmp(text.ptr, NO_BREAK_SPACE, 2) == 0 ? 2 : 0;
}

static size_t
space_behind(struct ura_str text)
{
    if (text.len && text.ptr[text.len - 1] && strchr(" \t\r\n\f", text.ptr[text.len - 1]))
        return 1;
    return text.len >= 2 && memcmp(text.ptr + text.len - 2, NO_BREAK_SPACE, 2) == 0 ? 2 : 0;
}

struct ura_str
text_trim(struct ura_str text)
{
    size_t space;

    while ((space = space_before(text)))
        text = ura_str_slice(text, space, text.len);
    while ((space = space_behind(text)))
        text.len -= space;
    return text;
}

static bool
add_item(struct paragraphs *list, const struct paragraph *item)
{
    struct paragraph *grown =
        array_grow(list->items, &list->capacity, list->count + 1, sizeof *grown);

    if (!grown) {
        list->failed = true;
        return false;
    }
    list->items = grown;
    grown[list->count++] = *item;
    return true;
}

/* Paragraphs that were taken make room. */
static void
settle(struct paragraphs *list)
{
    if (list->count && list->taken == list->count)
        paragraphs_clear(list);
}

void
paragraphs_add(struct paragraphs *list, struct ura_str text, enum ura_block_kind kind,
               enum ura_furniture furniture, uint64_t line)
{
    struct paragraph item = {.kind = kind, .furniture = furniture, .line = line};

    settle(list);
    text = text_trim(text);
    if (!text.len)
        return;
    item.text = list->text.len;
    item.len = text.len;
    item.cell = list->cell;
    buf_append_str(&list->text, text);
    if (list->text.failed)
        list->failed = true;
    else
        add_item(list, &item);
}

void
paragraphs_row_begin(struct paragraphs *list, struct paragraph_row *row)
{
    settle(list);
    *row = (struct paragraph_row){list->count, list->cell};
    list->cell = 0;
}

void
paragraphs_cell_begin(struct paragraphs *list)
{
    list->cell++;
}

/* Appends the texts of the row's cells; false if they do not fit into memory. */
static bool
join_cells(struct paragraphs *list, size_t first, struct paragraph *joined)
{
    size_t last_cell = 0;

    *joined = (struct paragraph){.text = list->text.len, .kind = URA_BLOCK_TABLE_ROW};
    for (size_t i = first; i < list->count; i++) {
        const struct paragraph *item = &list->items[i];

        if (item->kind == URA_BLOCK_FURNITURE)
            continue;
        if (joined->len)
            buf_append_byte(&list->text, item->cell == last_cell ? ' ' : '\t');
        else
            joined->line = item->line;
        if (!buf_reserve(&list->text, item->len))
            break;
        buf_append(&list->text, list->text.ptr + item->text, item->len);
        last_cell = item->cell;
        joined->len = list->text.len - joined->text;
    }
    list->failed |= list->text.failed;
    return !list->text.failed;
}

void
paragraphs_row_end(struct paragraphs *list, const struct paragraph_row *row)
{
    size_t cells = list->cell, kept = row->first;
    struct paragraph joined;

    list->cell = row->cell;
    if (cells < 2) {
        for (size_t i = row->first; i < list->count; i++)
            list->items[i].cell = row->cell;
        return;
    }
    if (!join_cells(list, row->first, &joined))
        return;
    joined.cell = row->cell;
    /* One more than there is room for until the cells' own paragraphs are gone. */
    if (!add_item(list, &joined))
        return;
    for (size_t i = row->first; i + 1 < list->count; i++) {
        struct paragraph item = list->items[i];

        item.cell = row->cell;
        if (item.kind == URA_BLOCK_FURNITURE)
            list->items[kept++] = item;
    }
    memmove(list->items + row->first + 1, list->items + row->first,
            (kept - row->first) * sizeof *list->items);
    list->items[row->first] = joined;
    list->count = kept + 1;
    if (!joined.len) {
        memmove(list->items + row->first, list->items + row->first + 1,
                (kept - row->first) * sizeof *list->items);
        list->count = kept;
    }
}

bool
paragraphs_take(struct paragraphs *list, struct ura_unit *out)
{
    const struct paragraph *item;

    if (list->taken == list->count)
        return false;
    item = &list->items[list->taken++];
    out->source = ura_str_slice(buf_str(&list->text), item->text, item->text + item->len);
    out->kind = item->kind;
    out->furniture = item->furniture;
    out->line = item->line;
    return true;
}

void
paragraphs_clear(struct paragraphs *list)
{
    list->count = list->taken = 0;
    buf_clear(&list->text);
}

void
paragraphs_release(struct paragraphs *list)
{
    buf_release(&list->text);
    free(list->items);
    *list = (struct paragraphs){0};
}
