/* SPDX-License-Identifier: MIT */
#include "format/yaml_events.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <yaml.h>

#include "base/buf.h"
#include "base/die.h"
#include "base/mem.h"

/* A batch is handed over whole; who waits for the other is woken for several, since waking takes as long as parsing some. */
enum { BATCH_EVENTS = 512, BATCHES_WOKEN = 4, BATCHES_MAX = 8 };
/* A thread takes as long to start as parsing so much: it must earn more. */
enum { THREAD_FROM_BYTES = 256 * 1024 };

struct batch {
    struct batch *next;
    uint32_t count;
    struct yaml_event events[BATCH_EVENTS];
    struct buf text;     /* the values of events, one behind the other; each is given its at when it is taken */
    size_t passed_bytes; /* of the content, when the batch was full */
};

struct yaml_events {
    /* Whoever parses: the thread until it has ended, or the taker itself. */
    yaml_parser_t parser;
    struct yaml_input *input;
    bool parsed; /* to the end */
    bool threaded;
    pthread_t thread;
    /* The taker's. */
    struct batch *now;
    uint32_t taken;
    const char *text_at; /* of the value of the next event */
    /* Under the lock. */
    pthread_mutex_t lock;
    pthread_cond_t changed;
    struct batch *first, *last; /* ready to be taken */
    struct batch *spare;        /* to be filled again */
    uint32_t ready_count;
    bool all_ready; /* nothing comes behind them */
    bool unwanted;  /* the taker takes no more */
};

static void batches_free(struct batch *first)
{
    while (first) {
        struct batch *batch = first;
        first = batch->next;
        buf_fini(&batch->text);
        free(batch);
    }
}

static struct mark mark_of(yaml_mark_t mark)
{
    return (struct mark){ (uint32_t)mark.line + 1, (uint32_t)mark.column + 1 };
}

static void add(struct batch *batch, const yaml_event_t *from)
{
    struct yaml_event *event = &batch->events[batch->count];
    *event = (struct yaml_event){ .mark = mark_of(from->start_mark) };
    switch (from->type) {
    case YAML_SCALAR_EVENT:
        event->kind = YAML_EVENT_SCALAR;
        event->plain = from->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
        event->folded = from->end_mark.line > from->start_mark.line;
        event->anchor = from->data.scalar.anchor;
        event->tag = from->data.scalar.tag;
        event->value.bytes = from->data.scalar.length;
        buf_add(&batch->text, (const char *)from->data.scalar.value, from->data.scalar.length);
        break;
    case YAML_SEQUENCE_START_EVENT:
        event->kind = YAML_EVENT_LIST;
        event->anchor = from->data.sequence_start.anchor;
        event->tag = from->data.sequence_start.tag;
        break;
    case YAML_MAPPING_START_EVENT:
        event->kind = YAML_EVENT_MAP;
        event->anchor = from->data.mapping_start.anchor;
        event->tag = from->data.mapping_start.tag;
        break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        event->kind = YAML_EVENT_END;
        break;
    case YAML_ALIAS_EVENT:
        event->kind = YAML_EVENT_ALIAS;
        break;
    case YAML_DOCUMENT_START_EVENT:
        event->kind = YAML_EVENT_DOCUMENT;
        break;
    case YAML_DOCUMENT_END_EVENT:
        event->kind = YAML_EVENT_DOCUMENT_END;
        break;
    case YAML_STREAM_END_EVENT:
        event->kind = YAML_EVENT_STREAM_END;
        break;
    default: /* the stream begins */
        return;
    }
    batch->count++;
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
        return mem_array(1, sizeof *batch);
    batch->next = NULL;
    batch->count = 0;
    buf_clear(&batch->text);
    return batch;
}

static void batch_done(struct yaml_events *events, struct batch *batch)
{
    if (!batch)
        return;
    pthread_mutex_lock(&events->lock);
    batch->next = events->spare;
    events->spare = batch;
    pthread_mutex_unlock(&events->lock);
}

static struct batch *parse_batch(struct yaml_events *events)
{
    struct batch *batch = batch_again(events);
    yaml_event_t event;
    while (!events->parsed && batch->count < BATCH_EVENTS) {
        if (yaml_parser_parse(&events->parser, &event)) {
            add(batch, &event);
            events->parsed = event.type == YAML_STREAM_END_EVENT;
            yaml_event_delete(&event);
        } else {
            batch->events[batch->count++] = (struct yaml_event){ .kind = fault_kind(&events->parser) };
            events->parsed = true;
        }
    }
    batch->passed_bytes = events->input->passed_bytes;
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
    if (events->ready_count == BATCHES_WOKEN || events->all_ready)
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
    batches_free(events->first);
    batches_free(events->spare);
    batches_free(events->now);
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
    batch->next = NULL;
    if (!events->first)
        events->last = NULL;
    if (--events->ready_count == BATCHES_MAX - BATCHES_WOKEN)
        pthread_cond_signal(&events->changed);
    pthread_mutex_unlock(&events->lock);
    return batch;
}

const struct yaml_event *yaml_events_next(struct yaml_events *events)
{
    struct batch *now = events->now;
    if (now && now->events[events->taken].kind >= YAML_EVENT_STREAM_END)
        return &now->events[events->taken];
    if (!now || ++events->taken == now->count) {
        batch_done(events, now);
        now = events->now = take_batch(events);
        events->taken = 0;
        events->text_at = buf_view(&now->text).at;
    }
    struct yaml_event *event = &now->events[events->taken];
    event->value.at = events->text_at;
    events->text_at += event->value.bytes;
    return event;
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
