/* html_judge.c - which part of a page is its article. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/html_page.h"

#include <stdlib.h>

/* Shares and lengths were set on pages of our own in the templates of tests/unit/formats. */
enum {
    COPY_LETTERS = 40,     /* a block of running text has at least as many */
    BYLINE_LETTERS = 160,  /* longer ones are about an author, not by him */
    HEADLINE_LETTERS = 12, /* shorter ones outside of the article name the site */
    MARKED_PERCENT = 40,   /* of the copy: what says that it is the article is believed */
    DESCEND_PERCENT = 80,  /* of the copy: the article is inside of the child that has it */
    ARTICLE_PERCENT = 60,  /* of the copy: as much at least is in the article */
    LINKS_PERCENT = 66,    /* of the letters: more are in links, and it is a list of links */
    MAJOR_PERCENT = 50,    /* of the letters: no margin of a page has more */
};

/* Words of classes and ids, as people name what is beside an article. */
static const char *const margin_words[] = {
    "sidebar",    "comment",    "comments",    "breadcrumb", "breadcrumbs", "nav",
    "navbar",     "navigation", "menu",        "footer",     "share",       "sharing",
    "social",     "related",    "recommended", "promo",      "advert",      "advertisement",
    "ad",         "ads",        "sponsored",   "newsletter", "subscribe",   "cookie",
    "cookies",    "popup",      "modal",       "tags",       "widget",      "banner",
    "pagination", "pager",      "masthead",    "disqus",     "toolbar",     "login",
    "trending",   "popular",    "copyright",   "skip",       NULL};
static const char *const margin_roles[] = {"navigation",  "complementary", "banner",  "search",
                                           "contentinfo", "menu",          "menubar", "dialog",
                                           "alertdialog", "toolbar",       NULL};
static const char *const byline_words[] = {"byline",  "author",    "dateline", "published",
                                           "pubdate", "timestamp", "datetime", NULL};
static const char *const caption_words[] = {"caption", "figcaption", NULL};
static const char *const note_words[] = {"footnote", "footnotes", "endnote", "endnotes",
                                         "rearnote", "rearnotes", NULL};
static const char *const contents_words[] = {"toc", "landmarks", NULL};

static bool
is_one_of(const GumboNode *node, const GumboTag *tags)
{
    for (; node->type == GUMBO_NODE_ELEMENT && *tags != GUMBO_TAG_LAST; tags++)
        if (node->v.element.tag == *tags)
            return true;
    return false;
}

bool
html_is_block(const GumboNode *node)
{
    static const GumboTag blocks[] = {
        GUMBO_TAG_HTML,    GUMBO_TAG_BODY,     GUMBO_TAG_P,          GUMBO_TAG_DIV,
        GUMBO_TAG_SECTION, GUMBO_TAG_ARTICLE,  GUMBO_TAG_MAIN,       GUMBO_TAG_BLOCKQUOTE,
        GUMBO_TAG_UL,      GUMBO_TAG_OL,       GUMBO_TAG_LI,         GUMBO_TAG_DL,
        GUMBO_TAG_DT,      GUMBO_TAG_DD,       GUMBO_TAG_H1,         GUMBO_TAG_H2,
        GUMBO_TAG_H3,      GUMBO_TAG_H4,       GUMBO_TAG_H5,         GUMBO_TAG_H6,
        GUMBO_TAG_PRE,     GUMBO_TAG_TABLE,    GUMBO_TAG_CAPTION,    GUMBO_TAG_TBODY,
        GUMBO_TAG_THEAD,   GUMBO_TAG_TFOOT,    GUMBO_TAG_TR,         GUMBO_TAG_TD,
        GUMBO_TAG_TH,      GUMBO_TAG_FIGURE,   GUMBO_TAG_FIGCAPTION, GUMBO_TAG_ADDRESS,
        GUMBO_TAG_HR,      GUMBO_TAG_FIELDSET, GUMBO_TAG_LEGEND,     GUMBO_TAG_DETAILS,
        GUMBO_TAG_SUMMARY, GUMBO_TAG_CENTER,   GUMBO_TAG_HEADER,     GUMBO_TAG_FOOTER,
        GUMBO_TAG_NAV,     GUMBO_TAG_ASIDE,    GUMBO_TAG_FORM,       GUMBO_TAG_HGROUP,
        GUMBO_TAG_DIR,     GUMBO_TAG_MENU,     GUMBO_TAG_LAST};

    return is_one_of(node, blocks);
}

static bool
is_dropped(const GumboNode *node)
{
    static const GumboTag dropped[] = {
        GUMBO_TAG_HEAD,     GUMBO_TAG_TITLE,  GUMBO_TAG_SCRIPT,   GUMBO_TAG_STYLE,
        GUMBO_TAG_BUTTON,   GUMBO_TAG_SELECT, GUMBO_TAG_TEXTAREA, GUMBO_TAG_INPUT,
        GUMBO_TAG_DATALIST, GUMBO_TAG_OPTION, GUMBO_TAG_OPTGROUP, GUMBO_TAG_RT,
        GUMBO_TAG_RP,       GUMBO_TAG_MAP,    GUMBO_TAG_PROGRESS, GUMBO_TAG_METER,
        GUMBO_TAG_LAST};

    return is_one_of(node, dropped);
}

/* Whether TEXT holds WORD, blanks in TEXT being of no account. */
static bool
holds(struct ura_str text, const char *word)
{
    size_t matched = 0, len = strlen(word);

    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == ' ')
            continue;
        matched = text.ptr[i] == word[matched] ? matched + 1 : text.ptr[i] == word[0];
        if (matched == len)
            return true;
    }
    return false;
}

static bool
is_hidden(const GumboNode *node)
{
    struct ura_str style = html_attribute(node, "style"), class;

    if (html_attribute(node, "hidden").ptr || holds(style, "display:none") ||
        holds(style, "visibility:hidden") ||
        ura_str_equal(html_attribute(node, "aria-hidden"), URA_STR("true")))
        return true;
    class = html_attribute(node, "class");
    return holds(class, "sr-only") || holds(class, "visually-hidden") ||
           holds(class, "visuallyhidden") || holds(class, "screen-reader");
}

static void
set_aside(struct html_node *node, enum ura_furniture furniture)
{
    node->role = HTML_ASIDE;
    node->furniture = furniture;
}

static bool
names(const GumboNode *node, const char *const *list)
{
    return html_has_word(html_attribute(node, "class"), list) ||
           html_has_word(html_attribute(node, "id"), list);
}

/* Chapters of books are all text but for their apparatus. */
static void
judge_book_node(struct html_node *node)
{
    struct ura_str type = html_attribute(node->node, "epub:type");
    struct ura_str role = html_attribute(node->node, "role");

    if (html_is(node->node, GUMBO_TAG_NAV) &&
        (html_has_word(type, contents_words) || html_has_word(role, contents_words) ||
         holds(type, "page-list")))
        set_aside(node, URA_FURNITURE_CONTENTS);
    else if (html_has_word(type, note_words) || html_has_word(role, note_words))
        set_aside(node, URA_FURNITURE_FOOTNOTE);
    else if (html_is(node->node, GUMBO_TAG_FIGCAPTION))
        set_aside(node, URA_FURNITURE_CAPTION);
}

/* What is dropped, hidden or linked, and how many letters there are. */
static void
count_letters(struct html_page *page)
{
    for (size_t i = 0; i < page->count; i++) {
        struct html_node *node = &page->nodes[i];

        node->role = page->nodes[node->parent].role;
        if (node->role == HTML_TEXT && is_dropped(node->node))
            node->role = HTML_DROPPED;
        else if (node->role == HTML_TEXT && i && is_hidden(node->node))
            node->role = HTML_HIDDEN;
        if (node->node->type != GUMBO_NODE_TEXT && node->node->type != GUMBO_NODE_CDATA)
            continue;
        for (const char *c = node->node->v.text.text; node->role == HTML_TEXT && *c; c++)
            node->letters +=
                (unsigned char)*c >= 0xc0 || ((*c | 0x20) >= 'a' && (*c | 0x20) <= 'z');
    }
    for (size_t i = page->count; i-- > 1;) {
        struct html_node *node = &page->nodes[i], *parent = &page->nodes[node->parent];

        if (html_is(node->node, GUMBO_TAG_A))
            node->linked = node->letters;
        parent->letters += node->letters;
        parent->linked += node->linked;
    }
}

/* Whether NODE says that it is beside the article. */
static bool
is_margin(const struct html_page *page, const struct html_node *node, bool in_article)
{
    static const GumboTag margins[] = {GUMBO_TAG_NAV,  GUMBO_TAG_ASIDE, GUMBO_TAG_FOOTER,
                                       GUMBO_TAG_FORM, GUMBO_TAG_MENU,  GUMBO_TAG_LAST};
    bool says = is_one_of(node->node, margins) ||
                (html_is(node->node, GUMBO_TAG_HEADER) && !in_article) ||
                names(node->node, margin_words) ||
                html_has_word(html_attribute(node->node, "role"), margin_roles);

    return says && node->letters * 100 < page->nodes[0].letters * MAJOR_PERCENT;
}

static bool
is_byline(const struct html_node *node)
{
    const GumboNode *at = node->node;

    return node->letters && node->letters <= BYLINE_LETTERS &&
           (html_is(at, GUMBO_TAG_TIME) || html_is(at, GUMBO_TAG_ADDRESS) ||
            names(at, byline_words) ||
            html_has_word(html_attribute(at, "itemprop"), byline_words) ||
            html_has_word(html_attribute(at, "rel"), byline_words));
}

static bool
is_heading(const GumboNode *node)
{
    static const GumboTag headings[] = {GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_LAST};

    return is_one_of(node, headings);
}

static void
judge_margins(struct html_page *page)
{
    size_t article_end = 0;

    for (size_t i = 1; i < page->count; i++) {
        struct html_node *node = &page->nodes[i];
        const struct html_node *parent = &page->nodes[node->parent];

        if (html_is(node->node, GUMBO_TAG_ARTICLE) || html_is(node->node, GUMBO_TAG_MAIN))
            article_end = node->end > article_end ? node->end : article_end;
        if (node->role == HTML_TEXT && parent->role == HTML_ASIDE)
            set_aside(node, parent->furniture);
        if (node->role != HTML_TEXT || node->node->type != GUMBO_NODE_ELEMENT)
            continue;
        if (is_margin(page, node, i < article_end))
            set_aside(node, URA_FURNITURE_WEB);
        else if (html_is(node->node, GUMBO_TAG_FIGCAPTION) ||
                 html_is(node->node, GUMBO_TAG_CAPTION) || names(node->node, caption_words))
            set_aside(node, URA_FURNITURE_CAPTION);
        else if (is_byline(node))
            set_aside(node, URA_FURNITURE_BYLINE);
    }
}

/* Blocks of running text give their letters, without those in links, to all that they are in.
 */
static bool
count_copy(struct html_page *page)
{
    struct {
        size_t block, letters, linked;
    } *own = array_new(page->count, sizeof *own);

    if (!own)
        return false;
    for (size_t i = 1; i < page->count; i++) {
        const struct html_node *node = &page->nodes[i];

        own[i].block = html_is_block(node->node) ? i : own[node->parent].block;
        if (node->role != HTML_TEXT)
            continue;
        if (node->node->type == GUMBO_NODE_TEXT)
            own[own[i].block].letters += node->letters;
        if (html_is(node->node, GUMBO_TAG_A))
            own[own[i].block].linked += node->letters;
    }
    for (size_t i = page->count; i-- > 1;) {
        struct html_node *node = &page->nodes[i];

        if (own[i].letters >= COPY_LETTERS && own[i].linked * 2 < own[i].letters &&
            !is_heading(node->node))
            node->copy += own[i].letters - own[i].linked;
        page->nodes[node->parent].copy += node->copy;
    }
    free(own);
    return true;
}

static bool
marks_article(const GumboNode *node, int how)
{
    switch (how) {
    case 0:
        return ura_str_equal(html_attribute(node, "itemprop"), URA_STR("articleBody"));
    case 1:
        return html_is(node, GUMBO_TAG_ARTICLE);
    default:
        return html_is(node, GUMBO_TAG_MAIN) ||
               ura_str_equal(html_attribute(node, "role"), URA_STR("main"));
    }
}

/* What the page says is the article, if most of the copy is there; else 0. */
static size_t
find_marked(const struct html_page *page)
{
    for (int how = 0; how < 3; how++) {
        size_t best = 0;

        for (size_t i = 1; i < page->count; i++)
            if (page->nodes[i].role == HTML_TEXT && marks_article(page->nodes[i].node, how) &&
                page->nodes[i].copy > (best ? page->nodes[best].copy : 0))
                best = i;
        if (best && page->nodes[best].copy * 100 >= page->nodes[0].copy * MARKED_PERCENT)
            return best;
    }
    return 0;
}

/* The deepest element in which most of the copy is, in several blocks. */
static size_t
find_dense(const struct html_page *page)
{
    static const GumboTag leaves[] = {GUMBO_TAG_P,   GUMBO_TAG_LI,  GUMBO_TAG_BLOCKQUOTE,
                                      GUMBO_TAG_UL,  GUMBO_TAG_OL,  GUMBO_TAG_DL,
                                      GUMBO_TAG_PRE, GUMBO_TAG_LAST};
    size_t root = 0;

    for (size_t i = 1; i < page->count;) {
        const struct html_node *node = &page->nodes[i];
        bool most = node->copy * 100 >= page->nodes[root].copy * DESCEND_PERCENT &&
                    node->copy * 100 >= page->nodes[0].copy * ARTICLE_PERCENT;

        if (node->parent == root && most && !is_one_of(node->node, leaves)) {
            root = i;
            i++;
        } else {
            i = node->parent == root ? node->end : i + 1;
        }
        if (i >= page->nodes[root].end)
            break;
    }
    return root;
}

/* Lists of links inside of the article. A cell that is a link may be a name in a table. */
static void
judge_links(struct html_page *page, size_t root)
{
    static const GumboTag exempt[] = {GUMBO_TAG_H1, GUMBO_TAG_TR, GUMBO_TAG_TD, GUMBO_TAG_TH,
                                      GUMBO_TAG_LAST};

    for (size_t i = root + 1; i < page->nodes[root].end; i++) {
        struct html_node *node = &page->nodes[i];
        const struct html_node *parent = &page->nodes[node->parent];

        if (node->role == HTML_TEXT && node->parent != root && parent->role == HTML_ASIDE)
            set_aside(node, parent->furniture);
        else if (node->role == HTML_TEXT && html_is_block(node->node) && node->letters &&
                 node->linked * 100 > node->letters * LINKS_PERCENT &&
                 !is_one_of(node->node, exempt))
            set_aside(node, URA_FURNITURE_WEB);
    }
}

static void
judge_outside(struct html_page *page, size_t root)
{
    for (size_t i = 0; i < page->count; i++)
        if ((i < root || i >= page->nodes[root].end) && page->nodes[i].role == HTML_TEXT)
            set_aside(&page->nodes[i], URA_FURNITURE_WEB);
}

/* Whether any text is left that is not set aside. */
static bool
has_text(const struct html_page *page)
{
    for (size_t i = 0; i < page->count; i++)
        if (page->nodes[i].role == HTML_TEXT && page->nodes[i].node->type == GUMBO_NODE_TEXT &&
            page->nodes[i].letters)
            return true;
    return false;
}

/* The first headline in the article, else the last before it that is none of the site. */
static size_t
find_headline(const struct html_page *page, size_t root)
{
    size_t found = 0;

    for (size_t i = 1; i < page->nodes[root].end; i++) {
        const struct html_node *node = &page->nodes[i];
        bool seen = node->role == HTML_TEXT || node->role == HTML_ASIDE;

        if (!seen || !html_is(node->node, GUMBO_TAG_H1))
            continue;
        if (i > root && node->role == HTML_TEXT)
            return i;
        if (i < root && node->letters >= HEADLINE_LETTERS)
            found = i;
    }
    return found;
}

static void
judge_article(struct html_page *page)
{
    size_t root, headline;

    judge_margins(page);
    if (!count_copy(page))
        return;
    root = page->nodes[0].copy ? find_marked(page) : 0;
    if (!root && page->nodes[0].copy)
        root = find_dense(page);
    headline = find_headline(page, root);
    if (page->nodes[0].copy)
        judge_links(page, root);
    judge_outside(page, root);
    if (headline)
        for (size_t i = headline; i < page->nodes[headline].end; i++)
            if (page->nodes[i].role == HTML_ASIDE)
                page->nodes[i].role = HTML_TEXT;
}

void
html_judge(struct html_page *page, enum html_mode mode)
{
    count_letters(page);
    if (mode == HTML_ARTICLE) {
        judge_article(page);
        if (has_text(page))
            return;
        /* A page of links alone is all that there is. */
        for (size_t i = 0; i < page->count; i++)
            if (page->nodes[i].role == HTML_ASIDE)
                page->nodes[i].role = HTML_TEXT;
        return;
    }
    for (size_t i = 1; i < page->count; i++) {
        struct html_node *node = &page->nodes[i];
        const struct html_node *parent = &page->nodes[node->parent];

        if (node->role == HTML_TEXT && parent->role == HTML_ASIDE)
            set_aside(node, parent->furniture);
        else if (node->role == HTML_TEXT)
            judge_book_node(node);
    }
}
