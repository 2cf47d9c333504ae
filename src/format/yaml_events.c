/* SPDX-License-Identifier: MIT */
#include "format/yaml_events.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <yaml.h>

#include "base/buf.h"
#include "base/die.h"
#include "base/mem.h"

/* A batch is handed over whole: small ones first, so that the taker starts early, then ever larger ones. */
enum { BATCH_FIRST = 32, BATCH_LAST = 512, BATCHES_MAX = 12 };
/* A thread takes as long to start as parsing so much: it must earn more. */
enum { THREAD_FROM_BYTES = 256 * 1024 };

struct batch {
    struct batch *next;
    struct yaml_event *events; /* their values are in text; at is set when the batch is full */
    uint32_t count, cap;
    struct buf text;
    size_t passed_bytes; /* of the content, when the batch was full */
};

struct yaml_events {
    /* Whoever parses: the thread until it has ended, or the taker itself. */
    yaml_parser_t parser;
    struct yaml_input *input;
    uint32_t batch_cap;
    bool parsed; /* to the end */
    bool threaded;
    pthread_t thread;
    /* The taker's. */
    struct batch *now;
    uint32_t taken;
    /* Under the lock. */
    pthread_mutex_t lock;
    pthread_cond_t changed;
    struct batch *first, *last; /* ready to be taken */
    struct batch *spare;        /* to be filled again */
    uint32_t ready_count;
    bool all_ready; /* nothing comes behind them */
    bool unwanted;  /* the taker takes no more */
};

static struct batch *batch_new(uint32_t cap)
{
    struct batch *batch = mem_array(1, sizeof *batch);
    batch->events = mem_array(cap, sizeof *batch->events);
    batch->cap = cap;
    return batch;
}

static void batch_free(struct batch *batch)
{
    if (!batch)
        return;
    free(batch->events);
    buf_fini(&batch->text);
    free(batch);
}

static struct mark mark_of(yaml_mark_t mark)
{
    return (struct mark){ (uint32_t)mark.line + 1, (uint32_t)mark.column + 1 };
}

static void add(struct batch *batch, const yaml_event_t *from)
{
    struct yaml_event event = { .mark = mark_of(from->start_mark) };
    switch (from->type) {
    case YAML_SCALAR_EVENT:
        event.kind = YAML_EVENT_SCALAR;
        event.plain = from->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
        event.folded = from->end_mark.line > from->start_mark.line;
        event.anchor = from->data.scalar.anchor;
        event.tag = from->data.scalar.tag;
        event.value.bytes = from->data.scalar.length;
        buf_add(&batch->text, (const char *)from->data.scalar.value, from->data.scalar.length);
        break;
    case YAML_SEQUENCE_START_EVENT:
        event.kind = YAML_EVENT_LIST;
        event.anchor = from->data.sequence_start.anchor;
        event.tag = from->data.sequence_start.tag;
        break;
    case YAML_MAPPING_START_EVENT:
        event.kind = YAML_EVENT_MAP;
        event.anchor = from->data.mapping_start.anchor;
        event.tag = from->data.mapping_start.tag;
        break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        event.kind = YAML_EVENT_END;
        break;
    case YAML_ALIAS_EVENT:
        event.kind = YAML_EVENT_ALIAS;
        break;
    case YAML_DOCUMENT_START_EVENT:
        event.kind = YAML_EVENT_DOCUMENT;
        break;
    case YAML_DOCUMENT_END_EVENT:
        event.kind = YAML_EVENT_DOCUMENT_END;
        break;
    case YAML_STREAM_END_EVENT:
        event.kind = YAML_EVENT_STREAM_END;
        break;
    default: /* the stream begins */
        return;
    }
    batch->events[batch->count++] = event;
}

static enum yaml_event_kind fault_kind(const yaml_parser_t *parser)
{
    if (parser->error == YAML_MEMORY_ERROR)
        die_no_memory();
    return parser->error == YAML_READER_ERROR ? YAML_EVENT_BAD_BYTE : YAML_EVENT_BAD_SYNTAX;
}

/* One that was taken and is done with, or a new one. */
static struct batch *batch_again(struct yaml_events *events)
{
    pthread_mutex_lock(&events->lock);
    struct batch *batch = events->spare;
    if (batch)
        events->spare = batch->next;
    pthread_mutex_unlock(&events->lock);
    if (!batch)
        return batch_new(events->batch_cap);
    batch->next = NULL;
    batch->count = 0;
    buf_clear(&batch->text);
    return batch;
}

/* Only full-sized ones are worth keeping. */
static void batch_done(struct yaml_events *events, struct batch *batch)
{
    if (!batch || batch->cap < BATCH_LAST) {
        batch_free(batch);
        return;
    }
    pthread_mutex_lock(&events->lock);
    batch->next = events->spare;
    events->spare = batch;
    pthread_mutex_unlock(&events->lock);
}

static struct batch *parse_batch(struct yaml_events *events)
{
    struct batch *batch = batch_again(events);
    events->batch_cap = events->batch_cap < BATCH_LAST ? events->batch_cap * 2 : BATCH_LAST;
    while (!events->parsed && batch->count < batch->cap) {
        yaml_event_t event;
        if (yaml_parser_parse(&events->parser, &event)) {
            add(batch, &event);
            events->parsed = event.type == YAML_STREAM_END_EVENT;
            yaml_event_delete(&event);
        } else {
            batch->events[batch->count++].kind = fault_kind(&events->parser);
            events->parsed = true;
        }
    }
    batch->passed_bytes = events->input->passed_bytes;
    const char *at = batch->text.at ? batch->text.at : "";
    for (uint32_t i = 0; i < batch->count; at += batch->events[i++].value.bytes)
        batch->events[i].value.at = at;
    return batch;
}

/* Returns false when nobody wants more. */
static bool hand_over(struct yaml_events *events, struct batch *batch)
{
    pthread_mutex_lock(&events->lock);
    while (events->ready_count == BATCHES_MAX && !events->unwanted)
        pthread_cond_wait(&events->changed, &events->lock);
    *(events->last ? &events->last->next : &events->first) = batch;
    events->last = batch;
    events->ready_count++;
    events->all_ready = events->parsed;
    bool wanted = !events->unwanted;
    pthread_cond_signal(&events->changed);
    pthread_mutex_unlock(&events->lock);
    return wanted;
}

static void *parse_all(void *context)
{
    struct yaml_events *events = context;
    while (!events->parsed && hand_over(events, parse_batch(events)))
        ;
    return NULL;
}

/* Without a thread, where the system allows no more of them, the taker parses. */
static bool start_thread(struct yaml_events *events)
{
    sigset_t all, before;
    sigfillset(&all);
    /* Signals stay the main thread's. */
    pthread_sigmask(SIG_SETMASK, &all, &before);
    int fault = pthread_create(&events->thread, NULL, parse_all, events);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return fault == 0;
}

static int read_input(void *context, unsigned char *out, size_t room_bytes, size_t *got_bytes)
{
    return yaml_input_take(context, (char *)out, room_bytes, got_bytes);
}

struct yaml_events *yaml_events_new(struct yaml_input *input)
{
    struct yaml_events *events = mem_array(1, sizeof *events);
    if (!yaml_parser_initialize(&events->parser))
        die_no_memory();
    yaml_parser_set_input(&events->parser, read_input, input);
    events->input = input;
    events->batch_cap = BATCH_FIRST;
    pthread_mutex_init(&events->lock, NULL);
    pthread_cond_init(&events->changed, NULL);
    events->threaded = source_bytes(input->source) >= THREAD_FROM_BYTES && start_thread(events);
    return events;
}

static void end_thread(struct yaml_events *events)
{
    pthread_mutex_lock(&events->lock);
    events->unwanted = true;
    pthread_cond_signal(&events->changed);
    pthread_mutex_unlock(&events->lock);
    pthread_join(events->thread, NULL);
}

void yaml_events_free(struct yaml_events *events)
{
    if (!events)
        return;
    if (events->threaded)
        end_thread(events);
    while (events->first) {
        struct batch *batch = events->first;
        events->first = batch->next;
        batch_free(batch);
    }
    while (events->spare) {
        struct batch *batch = events->spare;
        events->spare = batch->next;
        batch_free(batch);
    }
    batch_free(events->now);
    pthread_cond_destroy(&events->changed);
    pthread_mutex_destroy(&events->lock);
    yaml_parser_delete(&events->parser);
    free(events);
}

static struct batch *take_batch(struct yaml_events *events)
{
    if (!events->threaded)
        return parse_batch(events);
    pthread_mutex_lock(&events->lock);
    while (!events->first)
        pthread_cond_wait(&events->changed, &events->lock);
    struct batch *batch = events->first;
    events->first = batch->next;
    if (!events->first)
        events->last = NULL;
    if (events->ready_count-- == BATCHES_MAX)
        pthread_cond_signal(&events->changed);
    pthread_mutex_unlock(&events->lock);
    return batch;
}

const struct yaml_event *yaml_events_next(struct yaml_events *events)
{
    struct batch *now = events->now;
    if (now && now->events[events->taken].kind >= YAML_EVENT_STREAM_END)
        return &now->events[events->taken];
    if (now && ++events->taken < now->count)
        return &now->events[events->taken];
    batch_done(events, now);
    events->now = take_batch(events);
    events->taken = 0;
    return &events->now->events[0];
}

bool yaml_events_ready(struct yaml_events *events)
{
    enum { AHEAD = 2 };
    if (!events->threaded)
        return true;
    pthread_mutex_lock(&events->lock);
    bool ready = events->all_ready || events->ready_count >= AHEAD;
    pthread_mutex_unlock(&events->lock);
    return ready;
}

size_t yaml_events_passed_bytes(const struct yaml_events *events)
{
    return events->now ? events->now->passed_bytes : 0;
}

size_t yaml_events_bad_byte(const struct yaml_events *events)
{
    return events->parser.problem_offset;
}

struct yaml_fault yaml_events_bad_syntax(const struct yaml_events *events)
{
    const yaml_parser_t *parser = &events->parser;
    struct yaml_fault fault = { .context = parser->context,
                                .problem = parser->problem ? parser->problem : "",
                                .problem_mark = mark_of(parser->problem_mark) };
    if (parser->context)
        fault.context_mark = mark_of(parser->context_mark);
    return fault;
}
