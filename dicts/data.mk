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
