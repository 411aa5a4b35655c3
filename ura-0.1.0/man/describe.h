/* describe.h - what describe can write. Each goes to standard output and returns an exit code.
 */
/* SPDX-License-Identifier: MIT */
#ifndef MAN_DESCRIBE_H
#define MAN_DESCRIBE_H

#include "cli/command.h"

/* Completion for bash and for zsh. */
int describe_bash(void);
int describe_zsh(void);

/*
 * The manual page NAME ("ura-align"), from the file PATH: lines as they stand, but for those
 * that are a mark. @COMMAND ends where the command's own prose begins: title, name, synopsis,
 * description, options. @EXAMPLES, @EXIT, @COMMANDS, @FORMATS are lists; @TITLE N is the head
 * of a page of section N.
 */
int describe_page(struct ura_str name, const char *path);

#endif
