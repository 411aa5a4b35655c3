/* rates.c - what counts come to: precision, recall, F1, alignment error rate. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "score/score.h"

static const char *const kind_names[URA_SCORE_KINDS] = {
    [URA_SCORE_AUTO] = "auto",
    [URA_SCORE_BEADS] = "beads",
    [URA_SCORE_BOUNDARIES] = "boundaries",
    [URA_SCORE_LINKS] = "links",
};

const char *
ura_score_kind_name(enum ura_score_kind kind)
{
    return kind < URA_SCORE_KINDS ? kind_names[kind] : kind_names[URA_SCORE_AUTO];
}

void
ura_score_merge(struct ura_score *total, const struct ura_score *part)
{
    total->kind = part->kind;
    total->pairs += part->pairs;
    total->beads.gold += part->beads.gold;
    total->beads.system += part->beads.system;
    total->beads.strict += part->beads.strict;
    total->beads.lax_system += part->beads.lax_system;
    total->beads.lax_gold += part->beads.lax_gold;
    total->beads.gold_nulls += part->beads.gold_nulls;
    total->beads.system_nulls += part->beads.system_nulls;
    total->beads.nulls += part->beads.nulls;
    total->boundaries.gold += part->boundaries.gold;
    total->boundaries.system += part->boundaries.system;
    total->boundaries.right += part->boundaries.right;
    total->links.sure += part->links.sure;
    total->links.possible += part->links.possible;
    total->links.system += part->links.system;
    total->links.system_sure += part->links.system_sure;
    total->links.system_possible += part->links.system_possible;
}

static double
share(uint64_t part, uint64_t whole)
{
    return whole ? (double)part / (double)whole : 1;
}

static struct ura_score_rates
rates_of(double precision, double recall)
{
    double sum = precision + recall;

    return (struct ura_score_rates){precision, recall,
                                    sum > 0 ? 2 * precision * recall / sum : 0};
}

struct ura_score_rates
ura_score_strict(const struct ura_score_beads *beads)
{
    return rates_of(share(beads->strict, beads->system), share(beads->strict, beads->gold));
}

struct ura_score_rates
ura_score_lax(const struct ura_score_beads *beads)
{
    return rates_of(share(beads->lax_system, beads->system),
                    share(beads->lax_gold, beads->gold));
}

struct ura_score_rates
ura_score_nulls(const struct ura_score_beads *beads)
{
    return rates_of(share(beads->nulls, beads->system_nulls),
                    share(beads->nulls, beads->gold_nulls));
}

struct ura_score_rates
ura_score_boundary_rates(const struct ura_score_boundaries *boundaries)
{
    return rates_of(share(boundaries->right, boundaries->system),
                    share(boundaries->right, boundaries->gold));
}

struct ura_score_rates
ura_score_link_rates(const struct ura_score_links *links)
{
    return rates_of(share(links->system_possible, links->system),
                    share(links->system_sure, links->sure));
}

double
ura_score_aer(const struct ura_score_links *links)
{
    return 1 - share(links->system_sure + links->system_possible, links->system + links->sure);
}
