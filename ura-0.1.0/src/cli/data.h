/* data.h - where the program's data lies. */
/* SPDX-License-Identifier: MIT */
#ifndef CLI_DATA_H
#define CLI_DATA_H

/*
 * $URA_DATA, else `dicts` beside the program (a build in the source tree), else
 * ../share/ura/dicts beside the program's folder (an installation that was moved), else where
 * it was to be installed.
 */
const char *data_folder(void);

#endif
