# The data files; read at run time, installed under pkgdatadir.
nobase_dist_pkgdata_DATA += \
	dicts/letters.tsv \
	dicts/de/numbers.txt \
	dicts/de/stems.txt \
	dicts/el/numbers.txt \
	dicts/el/stems.txt \
	dicts/en/numbers.txt \
	dicts/en/stems.txt \
	dicts/it/numbers.txt \
	dicts/it/stems.txt \
	dicts/sq/numbers.txt \
	dicts/sq/stems.txt
nobase_dist_pkgdata_DATA += \
	dicts/de/abbreviations.txt \
	dicts/de/openers.txt \
	dicts/de/segment.good.txt \
	dicts/el/abbreviations.txt \
	dicts/el/openers.txt \
	dicts/el/segment.good.txt \
	dicts/en/abbreviations.txt \
	dicts/en/openers.txt \
	dicts/en/segment.good.txt \
	dicts/it/abbreviations.txt \
	dicts/it/openers.txt \
	dicts/it/segment.good.txt \
	dicts/sq/abbreviations.txt \
	dicts/sq/openers.txt \
	dicts/sq/segment.good.txt \
	dicts/en/clitics.txt \
	dicts/fr/clitics.txt \
	dicts/it/clitics.txt \
	dicts/sq/clitics.txt \
	%D%/und/layout.txt \
	%D%/en/layout.txt \
	%D%/sq/layout.txt
nobase_dist_pkgdata_DATA += \
	dicts/identify.txt \
	dicts/en/identify.txt \
	dicts/sq/identify.txt \
	dicts/sq/identify-aln.txt
# What pages are made of.
nobase_dist_pkgdata_DATA += \
	%D%/report/alignment.html \
	%D%/report/corpus.html \
	%D%/report/frame.html \
	%D%/report/pairs.html \
	%D%/report/report.css \
	%D%/report/report.js \
	%D%/report/sentences.html
# Lines that the patterns must catch and leave; only the tests read them.
EXTRA_DIST += \
	%D%/en/layout-good.txt \
	%D%/en/layout-wrong.txt \
	%D%/sq/layout-good.txt \
	%D%/sq/layout-wrong.txt
# The dictionary of Albanian and English, a file a topic, and the irregular forms of both.
sq_en_topics = \
	%D%/sq-en/acronyms.txt \
	%D%/sq-en/adjectives.txt \
	%D%/sq-en/agriculture.txt \
	%D%/sq-en/culture.txt \
	%D%/sq-en/demonyms.txt \
	%D%/sq-en/diplomacy.txt \
	%D%/sq-en/disasters.txt \
	%D%/sq-en/economy.txt \
	%D%/sq-en/education.txt \
	%D%/sq-en/elections.txt \
	%D%/sq-en/energy.txt \
	%D%/sq-en/function.txt \
	%D%/sq-en/government.txt \
	%D%/sq-en/health.txt \
	%D%/sq-en/institutions.txt \
	%D%/sq-en/integration.txt \
	%D%/sq-en/kinship.txt \
	%D%/sq-en/law.txt \
	%D%/sq-en/money.txt \
	%D%/sq-en/nouns.txt \
	%D%/sq-en/parliament.txt \
	%D%/sq-en/places.txt \
	%D%/sq-en/police.txt \
	%D%/sq-en/religion.txt \
	%D%/sq-en/science.txt \
	%D%/sq-en/society.txt \
	%D%/sq-en/sport.txt \
	%D%/sq-en/table.bin \
	%D%/sq-en/titles.txt \
	%D%/sq-en/transport.txt \
	%D%/sq-en/units.txt \
	%D%/sq-en/verbs.txt \
	%D%/sq-en/war.txt \
	%D%/sq-en/weather.txt
word_forms = \
	%D%/en/forms.txt \
	%D%/sq/forms.txt
nobase_dist_pkgdata_DATA += $(word_forms) $(sq_en_topics)

# What takes long to read or to ask ICU and iconv for is made here, once. The images are for this
# machine and lie beside the data; without them, and where they were not made from just these files
# and this ICU, ura goes back to those.
noinst_PROGRAMS += %D%/compile
%C%_compile_SOURCES = %D%/compile.c
%C%_compile_LDADD = libcore.la
images = \
	%D%/mojibake.image \
	%D%/en/identify.image \
	%D%/en/spellout.image \
	%D%/sq/identify.image \
	%D%/sq/spellout.image \
	%D%/sq-en/dictionary.image \
	%D%/sq-en/names.image
nobase_nodist_pkgdata_DATA = $(images)
CLEANFILES += $(images)
%D%/mojibake.image: %D%/letters.tsv
%D%/en/identify.image: %D%/en/identify.txt
%D%/en/spellout.image: %D%/en/numbers.txt
%D%/sq/identify.image: %D%/sq/identify.txt
%D%/sq/spellout.image: %D%/sq/numbers.txt
%D%/sq-en/dictionary.image: $(sq_en_topics) $(word_forms) %D%/en/stems.txt %D%/sq/stems.txt
%D%/sq-en/names.image: %D%/en/stems.txt %D%/sq/stems.txt %D%/en/numbers.txt %D%/sq/numbers.txt \
	%D%/en/clitics.txt %D%/sq/clitics.txt %D%/en/abbreviations.txt %D%/sq/abbreviations.txt \
	%D%/en/openers.txt %D%/sq/openers.txt
$(images): %D%/compile$(EXEEXT)
	$(AM_V_GEN)$(MKDIR_P) `dirname $@` && \
	%D%/compile$(EXEEXT) $(srcdir)/%D% `echo $@ | sed 's|^%D%/||'` >$@.part && mv -f $@.part $@

# Pairs that it must link; only the tests read them.
EXTRA_DIST += \
	%D%/sq-en/good-everyday.txt \
	%D%/sq-en/good-life.txt \
	%D%/sq-en/good-state.txt
