/* SPDX-License-Identifier: MIT */
/*
 * The file: head, then each source (how many bytes, the bytes), then the payload: the breakdown's arrays one after the
 * other and the bytes of all texts.  On disk a text's pointer is its offset in those.
 */
#include "breakdown/snapshot.h"

#include <stddef.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/mem.h"

#define MAGIC            "fengong snapshot"
#define AT(member)       offsetof(struct breakdown, member)
#define IN(type, member) offsetof(struct type, member)

enum { ARRAYS = 10, TEXTS_MAX = 8, ALIGNMENT = 16, CHUNK_BYTES = 16 * 1024 };

/* Every array of a breakdown, and where in an element its texts are. */
static const struct array {
    size_t at, count_at, element_bytes;
    size_t texts[TEXTS_MAX];
    int texts_count;
} arrays[ARRAYS] = {
    { AT(volumes),
      AT(volumes_count),
      sizeof(struct volume),
      { IN(volume, name), IN(volume, title), IN(volume, issuer), IN(volume, lead_rule) },
      4 },
    { AT(sections),
      AT(sections_count),
      sizeof(struct section),
      { IN(section, id), IN(section, no), IN(section, heading), IN(section, leader), IN(section, title),
        IN(section, role) },
      6 },
    { AT(tasks),
      AT(tasks_count),
      sizeof(struct task),
      { IN(task, id), IN(task, due), IN(task, leader), IN(task, contact) },
      4 },
    { AT(parts),
      AT(parts_count),
      sizeof(struct part),
      { IN(part, id), IN(part, text), IN(part, label), IN(part, wording) },
      4 },
    { AT(duties), AT(duties_count), sizeof(struct duty), { 0 }, 0 },
    { AT(units), AT(units_count), sizeof(struct unit), { IN(unit, name), IN(unit, full) }, 2 },
    { AT(texts), AT(texts_count), sizeof(struct text), { 0 }, 1 },
    { AT(members), AT(members_count), sizeof(uint32_t), { 0 }, 0 },
    { AT(names.items), AT(names.count), sizeof(struct name), { IN(name, text) }, 1 },
    { AT(names.slots), AT(names.slots_count), sizeof(struct name_slot), { 0 }, 0 },
};

struct head {
    char magic[sizeof MAGIC];
    struct file_stamp program;
    uint64_t sources_count;
    uint64_t payload_bytes;
    uint64_t hash; /* of the counts and the payload: what else is in the file is compared */
    uint32_t counts[ARRAYS];
};

/* The file that this program is: another build has other structures, other rules, or both. */
static bool head_start(struct head *head, uint32_t sources_count)
{
    memset(head, 0, sizeof *head);
    memcpy(head->magic, MAGIC, sizeof MAGIC);
    head->sources_count = sources_count;
    return file_stamp("/proc/self/exe", &head->program) == 0;
}

static uint64_t hash_all(const struct head *head, const char *payload)
{
    uint64_t hashes[] = { hash_of((struct span){ (const char *)head->counts, sizeof head->counts }),
                          hash_of((struct span){ payload, head->payload_bytes }) };
    return hash_of((struct span){ (const char *)hashes, sizeof hashes });
}

static uint64_t aligned(uint64_t bytes)
{
    return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

/* Where each array begins in the payload; returns where the texts' bytes do. */
static uint64_t lay_out(const uint32_t counts[ARRAYS], uint64_t begins[ARRAYS])
{
    uint64_t end = 0;
    for (int i = 0; i < ARRAYS; i++) {
        begins[i] = end;
        end = aligned(end + (uint64_t)counts[i] * arrays[i].element_bytes);
    }
    return end;
}

static struct text text_in(const char *element, size_t offset)
{
    struct text text;
    memcpy(&text, element + offset, sizeof text);
    return text;
}

static void set_text(char *element, size_t offset, struct text text)
{
    memcpy(element + offset, &text, sizeof text);
}

/* A file's place in the folder; the same path has the same one. */
static bool slot_path(const char *folder, const struct source *sources, uint32_t count, struct buf *out)
{
    struct buf paths = { 0 };
    bool good = true;
    for (uint32_t i = 0; i < count; i++) {
        char working[4096];
        /* What comes by a pipe is another thing each time. */
        good = good && strcmp(sources[i].path, "-") != 0 &&
               (sources[i].path[0] == '/' || getcwd(working, sizeof working) != NULL);
        if (good && sources[i].path[0] != '/') {
            buf_string(&paths, working);
            buf_char(&paths, '/');
        }
        buf_string(&paths, sources[i].path);
        buf_char(&paths, '\n');
    }
    if (good)
        buf_printf(out, "%s/%02u.snapshot", folder, (unsigned)(hash_of(buf_view(&paths)) % SNAPSHOTS_MAX));
    buf_fini(&paths);
    return good;
}

static bool source_same(int fd, const struct source *source)
{
    uint64_t bytes;
    if (!file_read_exactly(fd, &bytes, sizeof bytes) || bytes != source->content.bytes)
        return false;
    char chunk[CHUNK_BYTES];
    for (size_t done = 0, part; done < bytes; done += part) {
        part = bytes - done < sizeof chunk ? bytes - done : sizeof chunk;
        if (!file_read_exactly(fd, chunk, part) || memcmp(chunk, source->content.at + done, part) != 0)
            return false;
    }
    return true;
}

/* Turns the offsets of an array's texts into pointers. */
static bool point(char *elements, uint32_t count, const struct array *array, const char *texts, uint64_t texts_bytes)
{
    for (uint32_t i = 0; i < count; i++)
        for (int k = 0; k < array->texts_count; k++) {
            char *element = elements + i * array->element_bytes;
            struct text text = text_in(element, array->texts[k]);
            uintptr_t offset = (uintptr_t)text.at;
            if (offset > texts_bytes || text.bytes > texts_bytes - offset)
                return false;
            text.at = texts + offset;
            set_text(element, array->texts[k], text);
        }
    return true;
}

static struct breakdown *revive(const struct head *head, char *payload)
{
    uint64_t begins[ARRAYS], texts_begin = lay_out(head->counts, begins);
    struct breakdown *b = mem_array(1, sizeof *b);
    b->block = payload;
    for (int i = 0; i < ARRAYS; i++) {
        char *elements = payload + begins[i];
        memcpy((char *)b + arrays[i].at, &elements, sizeof elements);
        memcpy((char *)b + arrays[i].count_at, &head->counts[i], sizeof head->counts[i]);
        if (!point(elements, head->counts[i], &arrays[i], payload + texts_begin, head->payload_bytes - texts_begin)) {
            breakdown_free(b);
            return NULL;
        }
    }
    b->names.cap = b->names.count;
    return b;
}

static struct breakdown *read_snapshot(int fd, uint64_t file_bytes, const struct source *sources, uint32_t count)
{
    struct head head, ours;
    uint64_t begins[ARRAYS], expected_bytes = sizeof head;
    if (!head_start(&ours, count) || !file_read_exactly(fd, &head, sizeof head) ||
        memcmp(&head, &ours, offsetof(struct head, payload_bytes)) != 0)
        return NULL;
    for (uint32_t i = 0; i < count; i++) {
        if (!source_same(fd, &sources[i]))
            return NULL;
        expected_bytes += sizeof(uint64_t) + sources[i].content.bytes;
    }
    if (head.counts[0] != count || lay_out(head.counts, begins) > head.payload_bytes || file_bytes < expected_bytes ||
        file_bytes - expected_bytes != head.payload_bytes)
        return NULL;
    char *payload = mem_alloc(head.payload_bytes);
    if (!file_read_exactly(fd, payload, head.payload_bytes) || hash_all(&head, payload) != head.hash) {
        free(payload);
        return NULL;
    }
    return revive(&head, payload);
}

struct breakdown *snapshot_find(const char *folder, const struct source *sources, uint32_t count)
{
    struct buf path = { 0 };
    struct breakdown *b = NULL;
    unsigned long long bytes;
    int fd = slot_path(folder, sources, count, &path) ? file_open_private(path.at, &bytes) : -1;
    if (fd >= 0) {
        b = read_snapshot(fd, bytes, sources, count);
        close(fd);
    }
    for (uint32_t i = 0; b && i < count; i++) {
        b->volumes[i].path = arena_copy(&b->arena, sources[i].path, strlen(sources[i].path));
        b->volumes[i].stamp = sources[i].stamp;
    }
    buf_fini(&path);
    return b;
}

/* Appends the texts' bytes to out, and puts their offsets where their pointers were. */
static void gather(char *elements, uint32_t count, const struct array *array, struct buf *out)
{
    for (uint32_t i = 0; i < count; i++)
        for (int k = 0; k < array->texts_count; k++) {
            char *element = elements + i * array->element_bytes;
            struct text text = text_in(element, array->texts[k]);
            size_t offset = out->bytes;
            buf_text(out, text);
            text.at = (const char *)(uintptr_t)offset;
            set_text(element, array->texts[k], text);
        }
}

static void compose(const struct breakdown *b, struct head *head, struct buf *payload)
{
    uint64_t begins[ARRAYS];
    struct buf texts = { 0 };
    for (int i = 0; i < ARRAYS; i++)
        memcpy(&head->counts[i], (const char *)b + arrays[i].count_at, sizeof head->counts[i]);
    buf_fill(payload, 0, lay_out(head->counts, begins));
    for (int i = 0; i < ARRAYS; i++) {
        const char *elements;
        memcpy(&elements, (const char *)b + arrays[i].at, sizeof elements);
        if (head->counts[i])
            memcpy(payload->at + begins[i], elements, head->counts[i] * arrays[i].element_bytes);
        gather(payload->at + begins[i], head->counts[i], &arrays[i], &texts);
    }
    buf_span(payload, buf_view(&texts));
    buf_fini(&texts);
    head->payload_bytes = payload->bytes;
    head->hash = hash_all(head, payload->at);
}

static void write_snapshot(const char *path, const struct head *head, const struct source *sources, uint32_t count,
                           struct span payload)
{
    struct span *pieces = mem_array(2 * count + 2u, sizeof *pieces);
    uint64_t *sizes = mem_array(count, sizeof *sizes);
    size_t pieces_count = 0;
    pieces[pieces_count++] = (struct span){ (const char *)head, sizeof *head };
    for (uint32_t i = 0; i < count; i++) {
        sizes[i] = sources[i].content.bytes;
        pieces[pieces_count++] = (struct span){ (const char *)&sizes[i], sizeof sizes[i] };
        pieces[pieces_count++] = sources[i].content;
    }
    pieces[pieces_count++] = payload;
    (void)file_write_private(path, pieces, pieces_count);
    free(sizes);
    free(pieces);
}

void snapshot_keep(const char *folder, const struct source *sources, uint32_t count, const struct breakdown *b)
{
    struct buf path = { 0 };
    struct head head;
    if (slot_path(folder, sources, count, &path) && head_start(&head, count) && file_private_folder(folder, 2)) {
        struct buf payload = { 0 };
        compose(b, &head, &payload);
        write_snapshot(path.at, &head, sources, count, buf_view(&payload));
        buf_fini(&payload);
    }
    buf_fini(&path);
}
