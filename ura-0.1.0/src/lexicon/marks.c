/* marks.c - punctuation that does one job in different texts. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "lexicon/marks.h"

#include <stdint.h>

#include <unicode/utf8.h>

static const struct {
    int32_t first;
    int32_t last;
    const char *mark;
} SAME[] = {
    {'`', '`', "'"},       {0xAB, 0xAB, "\""},     {0xBB, 0xBB, "\""},
    {0x37E, 0x37E, "?"},   {0x387, 0x387, ";"},    {0x589, 0x589, "."},
    {0x60C, 0x60C, ","},   {0x61B, 0x61B, ";"},    {0x61F, 0x61F, "?"},
    {0x66A, 0x66A, "%"},   {0x6D4, 0x6D4, "."},    {0x964, 0x965, "."},
    {0x2010, 0x2015, "-"}, {0x2018, 0x201B, "'"},  {0x201C, 0x201F, "\""},
    {0x2026, 0x2026, "."}, {0x2212, 0x2212, "-"},  {0x3001, 0x3001, ","},
    {0x3002, 0x3002, "."}, {0x300A, 0x300F, "\""}, {0xFF01, 0xFF01, "!"},
    {0xFF05, 0xFF05, "%"}, {0xFF08, 0xFF08, "("},  {0xFF09, 0xFF09, ")"},
    {0xFF0C, 0xFF0C, ","}, {0xFF0D, 0xFF0D, "-"},  {0xFF0E, 0xFF0E, "."},
    {0xFF1A, 0xFF1A, ":"}, {0xFF1B, 0xFF1B, ";"},  {0xFF1F, 0xFF1F, "?"},
};

struct ura_str
mark_find(struct ura_str text)
{
    size_t at = 0;
    int32_t mark;

    U8_NEXT((const uint8_t *)text.ptr, at, text.len, mark);
    for (size_t i = 0; i < sizeof SAME / sizeof *SAME && SAME[i].first <= mark; i++)
        if (mark <= SAME[i].last)
            return ura_str_from(SAME[i].mark);
    return text;
}
