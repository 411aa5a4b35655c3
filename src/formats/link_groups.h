/* link_groups.h - XML that links sentences of two texts by their ids: XCES and InterText. */
/* SPDX-License-Identifier: MIT */
#ifndef FORMATS_LINK_GROUPS_H
#define FORMATS_LINK_GROUPS_H

#include "formats/companions.h"
#include "formats/xml.h"

/* One link as it stands: ids with blanks between them. */
struct link {
    struct ura_str id, left, right;
    struct ura_str certainty, overlap, status, mark; /* ptr NULL: not there */
    uint64_t line;
};

/* A linkGrp: the links between two texts. */
struct link_group {
    struct ura_arena arena;
    struct ura_str from, to; /* fromDoc, toDoc; empty: not said */
    struct link *items;
    size_t count, capacity;
    uint64_t line;
};

/* A state that readers of links share; zero, then link_groups_open. */
struct link_groups {
    struct xml xml;
    bool to_first; /* xtargets has toDoc's sentences first, where ids do not tell */
    struct companions texts;
    bool in_folders; /* the companions are folders, in which each group names its texts */
    struct link_group group; /* at work */
    struct link_group
        ahead; /* read to know whether there are other texts than those of group */
    bool has_ahead, ended;
    bool by_name; /* there are groups of several pairs of texts */
    bool begun, used;
    size_t at;    /* of the group's links */
    bool swapped; /* the left side of xtargets is the target */
    struct numbers source, target;
    struct moves before;
};

/* Opens what UNITS reads and its texts: XML with <s id="...">, or plain lines. */
enum ura_status link_groups_open(struct ura_units *units, struct link_groups *links,
                                 bool to_first, struct ura_error *error);
/*
 * The next link into OUT, texts and place; *LINK lives until the next call. URA_END after the
 * last. A sentence that a plain text has not is an error; one that an XML text has not is
 * counted as left behind, as OPUS has such links.
 */
enum ura_status link_groups_next(struct ura_units *units, struct link_groups *links,
                                 const struct link **link, struct ura_unit *out,
                                 struct ura_error *error);
void link_groups_close(struct link_groups *links);

/* A text with ids, or a plain one, into OUT. */
enum ura_status companion_open_named(struct ura_units *units, const char *path,
                                     struct companion *out, struct ura_error *error);
/* The sentence called ID; false where there is none. A plain text's is its line: "s12", "12".
 */
bool companion_find(const struct companion *companion, struct ura_str id, size_t *out);

#endif
