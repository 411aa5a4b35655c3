/* dates.h - dates in figures by value. */
/* SPDX-License-Identifier: MIT */
#ifndef LANG_DATES_H
#define LANG_DATES_H

#include <stdbool.h>
#include <stdint.h>

#include <ura/str.h>

struct date {
    uint32_t year;
    uint32_t month; /* from 1 */
    uint32_t day;   /* from 1 */
};

/*
 * All of TEXT as a date: day, month, year between full stops, slashes or hyphens ("15.07.2019",
 * "15/7/19"), or year, month, day ("2019-07-15"). A month over 12 is a day first in American
 * order ("07/15/2019"); where both could be, the day is first. Two figures are a year from 1970
 * to 2069.
 */
bool date_read(struct ura_str text, struct date *out);

#endif
