# cli: one file a command. Sees the public headers and base, nothing else.
bin_PROGRAMS += ura
ura_SOURCES = \
	%D%/align.c \
	%D%/command.c \
	%D%/command.h \
	%D%/commands.def \
	%D%/data.c \
	%D%/data.h \
	%D%/formats.c \
	%D%/help.c \
	%D%/identify.c \
	%D%/inputs.c \
	%D%/inputs.h \
	%D%/main.c \
	%D%/normalize.c \
	%D%/segment.c
ura_LDADD = libcore.la
ura_LDFLAGS = $(AM_LDFLAGS) -pie
