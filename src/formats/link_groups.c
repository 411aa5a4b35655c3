/* link_groups.c - XML that links sentences of two texts by their ids: XCES and InterText. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/link_groups.h"

#include <stdlib.h>
#include <sys/stat.h>

static bool
is_folder(const char *path)
{
    struct stat status;

    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

enum ura_status
link_groups_open(struct ura_units *units, struct link_groups *links, bool to_first,
                 struct ura_error *error)
{
    const char *const *paths = units->options.companions;
    enum ura_status status = xml_open(units->context, units->input, NULL, &links->xml, error);

    links->to_first = to_first;
    if (units->options.places_only) {
        links->texts.source.absent = links->texts.target.absent = true;
        return status;
    }
    links->in_folders = is_folder(paths[0]) && is_folder(paths[1]);
    if (!status && !links->in_folders)
        status = companion_open_named(units, paths[0], &links->texts.source, error);
    if (!status && !links->in_folders)
        status = companion_open_named(units, paths[1], &links->texts.target, error);
    units->header.original = ura_str_from(paths[0]);
    units->header.target_original = ura_str_from(paths[1]);
    units->header.source_language = ura_str_from(units->options.source_language);
    units->header.target_language = ura_str_from(units->options.target_language);
    return status;
}

static void
clear_group(struct link_group *group)
{
    arena_clear(&group->arena);
    group->from = group->to = URA_STR("");
    group->count = 0;
}

/* A link, which has just begun. */
static enum ura_status
take_link(struct xml *xml, struct link_group *group, struct ura_error *error)
{
    struct ura_arena *arena = &group->arena;
    struct ura_str targets = xml_attribute(xml, "xtargets", arena);
    const char *semicolon = targets.len ? memchr(targets.ptr, ';', targets.len) : NULL;
    struct link *grown;
    size_t at;

    if (!semicolon)
        return xml_refuse(xml,
                          "this link needs xtargets=\"s1 s2;t1\", a semicolon between "
                          "the ids of the two sides",
                          error);
    at = (size_t)(semicolon - targets.ptr);
    grown = array_grow(group->items, &group->capacity, group->count + 1, sizeof *grown);
    if (!grown)
        return error_memory(error);
    group->items = grown;
    grown[group->count++] = (struct link){.id = xml_attribute(xml, "id", arena),
                                          .left = ura_str_slice(targets, 0, at),
                                          .right = ura_str_slice(targets, at + 1, targets.len),
                                          .certainty = xml_attribute(xml, "certainty", arena),
                                          .overlap = xml_attribute(xml, "overlap", arena),
                                          .status = xml_attribute(xml, "status", arena),
                                          .mark = xml_attribute(xml, "mark", arena),
                                          .line = xml->line};
    return URA_OK;
}

/* The names of a group's texts, which XCES may also give to all groups. */
static void
take_names(struct xml *xml, struct link_group *group)
{
    struct ura_str from = xml_attribute(xml, "fromDoc", &group->arena);
    struct ura_str to = xml_attribute(xml, "toDoc", &group->arena);

    if (from.len)
        group->from = from;
    if (to.len)
        group->to = to;
    group->line = xml->line;
}

/* The next linkGrp. */
static enum ura_status
read_group(struct link_groups *links, struct link_group *group, struct ura_error *error)
{
    struct xml *xml = &links->xml;
    bool inside = false;
    enum ura_status status;

    clear_group(group);
    while (!(status = xml_next(xml, error))) {
        if (xml_is(xml, XML_START, "cesAlign")) {
            take_names(xml, group);
        } else if (xml_is(xml, XML_START, "linkGrp")) {
            take_names(xml, group);
            inside = true;
        } else if (xml_is(xml, XML_END, "linkGrp")) {
            return URA_OK;
        } else if (xml_is(xml, XML_START, "link")) {
            status = inside ? take_link(xml, group, error)
                            : xml_refuse(xml, "this link stands in no linkGrp", error);
            if (status)
                return status;
        }
    }
    return status;
}

/* The name of the file at the end of PATH, without the ending of a packer. */
static struct ura_str
base_name(struct ura_str path)
{
    size_t start = path.len;

    if (path.len > 3 && memcmp(path.ptr + path.len - 3, ".gz", 3) == 0)
        path.len = start = path.len - 3;
    while (start > 0 && path.ptr[start - 1] != '/')
        start--;
    return ura_str_slice(path, start, path.len);
}

/* Whether GROUP's texts have the names of the companions: 1 in this order, -1 the other way. */
static int
match_names(const struct ura_units *units, const struct link_group *group)
{
    struct ura_str source = base_name(ura_str_from(units->options.companions[0]));
    struct ura_str target = base_name(ura_str_from(units->options.companions[1]));
    struct ura_str from = base_name(group->from), to = base_name(group->to);

    if (ura_str_equal(from, source) && ura_str_equal(to, target))
        return 1;
    return ura_str_equal(from, target) && ura_str_equal(to, source) ? -1 : 0;
}

static bool
same_texts(const struct link_group *group, const struct link_group *other)
{
    return ura_str_equal(group->from, other->from) && ura_str_equal(group->to, other->to);
}

static void
swap_groups(struct link_groups *links)
{
    struct link_group group = links->group;

    links->group = links->ahead;
    links->ahead = group;
}

/*
 * The next group that is of the two texts: of those with their names, or, where the file has
 * no other texts, of any.
 */
static enum ura_status
find_group(struct ura_units *units, struct link_groups *links, struct ura_error *error)
{
    for (;;) {
        enum ura_status status = URA_OK;

        if (links->has_ahead)
            swap_groups(links);
        else
            status = links->ended ? URA_END : read_group(links, &links->group, error);
        links->has_ahead = false;
        if (status)
            return status;
        if (links->in_folders || match_names(units, &links->group))
            return URA_OK;
        status = read_group(links, &links->ahead, error);
        if (status < 0)
            return status;
        links->ended = status == URA_END;
        links->has_ahead = !links->ended;
        links->by_name |= links->has_ahead && !same_texts(&links->group, &links->ahead);
        if (links->by_name && links->texts.source.absent)
            return xml_refuse(&links->xml,
                              "has links of several pairs of texts; a file for each pair would "
                              "be right, since ids say nothing across texts",
                              error);
        if (!links->by_name)
            return URA_OK;
        losses_add(&units->losses, "links between other texts", links->group.count);
    }
}

/* Takes the next id off LIST. */
static bool
take_id(struct ura_str *list, struct ura_str *out)
{
    size_t start = 0, end;

    while (start < list->len && strchr(" \t\r\n", list->ptr[start]))
        start++;
    for (end = start; end < list->len && !strchr(" \t\r\n", list->ptr[end]);)
        end++;
    *out = ura_str_slice(*list, start, end);
    *list = ura_str_slice(*list, end, list->len);
    return out->len > 0;
}

/* How many ids of LIST are no sentences of TEXT. */
static size_t
count_missing(const struct companion *text, struct ura_str list)
{
    size_t missing = 0, sentence;
    struct ura_str id;

    while (take_id(&list, &id))
        missing += !companion_find(text, id, &sentence);
    return missing;
}

/* Which side of xtargets is the source: the one whose ids it has; else as names or habit say.
 */
static void
find_sides(const struct ura_units *units, struct link_groups *links)
{
    const struct companions *texts = &links->texts;
    size_t straight = 0, swapped = 0;
    int names = match_names(units, &links->group);

    for (size_t i = 0; i < links->group.count; i++) {
        const struct link *link = &links->group.items[i];

        straight += count_missing(&texts->source, link->left) +
                    count_missing(&texts->target, link->right);
        swapped += count_missing(&texts->target, link->left) +
                   count_missing(&texts->source, link->right);
    }
    if (straight != swapped)
        links->swapped = swapped < straight;
    else
        links->swapped = (names < 0) != links->to_first;
}

/* NAME in FOLDER, which it may not leave. The caller frees it. */
static enum ura_status
path_in(const char *folder, struct ura_str name, char **out, struct ura_error *error)
{
    struct ura_buf path = {0};
    bool leaves = name.len == 0 || name.ptr[0] == '/';

    for (size_t i = 0; i + 1 < name.len; i++)
        leaves |=
            name.ptr[i] == '.' && name.ptr[i + 1] == '.' && (i == 0 || name.ptr[i - 1] == '/');
    if (leaves)
        return error_set(error, URA_SYNTAX, "names a text outside of %s: \"%.*s\"", folder,
                         (int)name.len, name.ptr ? name.ptr : "");
    buf_append_text(&path, folder);
    buf_append_byte(&path, '/');
    buf_append_str(&path, name);
    buf_append_byte(&path, '\0');
    *out = path.failed ? NULL : path.ptr;
    if (path.failed)
        buf_release(&path);
    return *out ? URA_OK : error_memory(error);
}

/* The texts that the group names, out of the two folders. */
static enum ura_status
load_texts(struct ura_units *units, struct link_groups *links, struct ura_error *error)
{
    const struct ura_str names[2] = {links->group.from, links->group.to};
    struct companion *texts[2] = {&links->texts.source, &links->texts.target};
    enum ura_status status = URA_OK;

    companions_release(&links->texts);
    for (int side = 0; side < 2 && !status; side++) {
        char *path = NULL;

        status = path_in(units->options.companions[side], names[side], &path, error);
        if (!status)
            status = companion_open_named(units, path, texts[side], error);
        else if (error)
            error->line = links->group.line;
        free(path);
    }
    return status;
}

static enum ura_status
begin_group(struct ura_units *units, struct link_groups *links, struct ura_error *error)
{
    enum ura_status status = find_group(units, links, error);

    if (status == URA_END && !links->used)
        return xml_refuse(
            &links->xml,
            links->by_name ? "has links of several pairs of texts, none with these names; two "
                             "folders in their place would find all"
                           : "has no linkGrp",
            error);
    if (!status && links->in_folders)
        status = load_texts(units, links, error);
    if (status)
        return status;
    links->used = true;
    links->at = 0;
    links->before = (struct moves){0, 0};
    find_sides(units, links);
    return URA_OK;
}

/* The sentences of LIST. */
static enum ura_status
resolve(struct ura_units *units, const struct companion *text, struct ura_str list,
        const char *side, struct numbers *out, struct ura_error *error)
{
    struct ura_str id;
    size_t sentence;

    out->count = 0;
    while (take_id(&list, &id)) {
        if (companion_find(text, id, &sentence)) {
            if (!numbers_add(out, sentence))
                return error_memory(error);
        } else if (text->has_ids) {
            losses_add(&units->losses, "ids of sentences that are not there", 1);
        } else {
            return error_set(error, URA_SYNTAX,
                             "\"%.*s\" is no line of the %s text, which has %zu; ids other "
                             "than line numbers need the XML text",
                             (int)(id.len < 40 ? id.len : 40), id.ptr, side, text->count);
        }
    }
    return URA_OK;
}

static enum ura_status
take(struct ura_units *units, struct link_groups *links, const struct link *link,
     struct ura_unit *out, struct ura_error *error)
{
    struct ura_str source = links->swapped ? link->right : link->left;
    struct ura_str target = links->swapped ? link->left : link->right;
    enum ura_status status =
        resolve(units, &links->texts.source, source, "source", &links->source, error);

    if (!status)
        status = resolve(units, &links->texts.target, target, "target", &links->target, error);
    if (!status)
        status = companions_take(&links->texts, &links->source, &links->target, &links->before,
                                 &units->unit_arena, out, error);
    if (status && error)
        error->line = link->line;
    out->line = link->line;
    return status;
}

enum ura_status
link_groups_next(struct ura_units *units, struct link_groups *links, const struct link **link,
                 struct ura_unit *out, struct ura_error *error)
{
    for (;;) {
        enum ura_status status = URA_OK;

        while (!status && (!links->begun || links->at == links->group.count)) {
            status = begin_group(units, links, error);
            links->begun = true;
        }
        if (status)
            return status;
        *link = &links->group.items[links->at++];
        status = take(units, links, *link, out, error);
        if (status || links->source.count || links->target.count)
            return status;
        losses_add(&units->losses, "links of nothing with nothing", 1);
    }
}

void
link_groups_close(struct link_groups *links)
{
    xml_close(&links->xml);
    companions_release(&links->texts);
    arena_release(&links->group.arena);
    arena_release(&links->ahead.arena);
    free(links->group.items);
    free(links->ahead.items);
    numbers_release(&links->source);
    numbers_release(&links->target);
}
