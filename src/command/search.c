/* SPDX-License-Identifier: MIT */
#include "command/find.h"
#include "command/source.h"

int command_search(struct job *job)
{
    int status = source_load(job);
    if (status)
        return status;
    struct text query = job_words(job);
    const struct hit *hits;
    job->search = search_new(job->breakdown, job->index);
    uint32_t count = search_query(job->search, query, &hits);
    find_list(job, query, hits, count);
    return count ? STATUS_DONE : STATUS_NOTHING;
}
