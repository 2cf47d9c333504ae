/* SPDX-License-Identifier: MIT */
/*
 * libyaml's events.  A large file is parsed in a thread of its own, some batches ahead of who takes the events: parsing
 * is the larger half of loading, and a second processor does it meanwhile.  Only the .c file knows <yaml.h>.
 */
#ifndef FORMAT_YAML_EVENTS_H
#define FORMAT_YAML_EVENTS_H

#include "base/span.h"
#include "format/yaml_fault.h"
#include "format/yaml_input.h"

enum yaml_event_kind {
    YAML_EVENT_SCALAR,
    YAML_EVENT_LIST,
    YAML_EVENT_MAP,
    YAML_EVENT_END, /* of a list or map */
    YAML_EVENT_ALIAS,
    YAML_EVENT_DOCUMENT,
    YAML_EVENT_DOCUMENT_END,
    /* The last of all: */
    YAML_EVENT_STREAM_END,
    YAML_EVENT_BAD_BYTE,  /* see yaml_events_bad_byte() */
    YAML_EVENT_BAD_SYNTAX /* see yaml_events_bad_syntax() */
};

struct yaml_event {
    enum yaml_event_kind kind;
    bool plain;  /* a scalar without quotes */
    bool folded; /* a scalar over several lines */
    bool anchor; /* &name stands before it */
    bool tag;    /* !name stands before it */
    struct mark mark;
    struct span value; /* of a scalar, raw */
};

struct yaml_events;

/* Begins to parse; borrows input, which is looked at by nobody else until the last event is there. */
struct yaml_events *yaml_events_new(struct yaml_input *input);
/* Ends the thread, wherever it is. */
void yaml_events_free(struct yaml_events *events);
/* The next event, borrowed until the call after this one; the last comes again and again. */
const struct yaml_event *yaml_events_next(struct yaml_events *events);
/* Is so much ahead, or the rest, that the next events need not be waited for (but of a very long list)? */
bool yaml_events_ready(struct yaml_events *events);
/* How many bytes of the input the events so far were made of, at most. */
size_t yaml_events_passed_bytes(const struct yaml_events *events);
/* What is wrong, once the last event has said so. */
size_t yaml_events_bad_byte(const struct yaml_events *events);
struct yaml_fault yaml_events_bad_syntax(const struct yaml_events *events);

#endif
