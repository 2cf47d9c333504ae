/* SPDX-License-Identifier: MIT */
/* Snapshots: they give back what was loaded, and nothing once anything is different. */
#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "breakdown/index.h"
#include "breakdown/snapshot.h"
#include "equal_unit.h"

#define YAML(title)                                                                                                             \
    "format: 1\ntitle: " title "\nyear: 2021\nunits:\n  - name: 甲局\n    full: 某市甲局\n    aliases:\n      - 甲\n"    \
    "  - name: 各局\n    kind: collective\n    coverage: all\n    members:\n      - 甲局\nsections:\n"                      \
    "  - kind: general\n    heading: 任务\n    tasks:\n      - no: 1\n        text: 修路。\n        label: 责任单位\n" \
    "        units:\n          - 各局\n"

struct folder {
    char path[64];  /* does not exist at first; its parent does */
    char file[384]; /* the one snapshot in it */
};

static int make_folder(void **state)
{
    struct folder *folder = calloc(1, sizeof *folder);
    char parent[] = "/tmp/fengong-XXXXXX";
    if (!folder || !mkdtemp(parent))
        return -1;
    snprintf(folder->path, sizeof folder->path, "%s/fengong", parent);
    *state = folder;
    return 0;
}

/* Fills file with the name of the folder's only snapshot; returns how many files there are. */
static int look(struct folder *folder)
{
    int count = 0;
    DIR *dir = opendir(folder->path);
    for (struct dirent *entry; dir && (entry = readdir(dir)) != NULL;)
        if (entry->d_name[0] != '.' && ++count)
            snprintf(folder->file, sizeof folder->file, "%s/%s", folder->path, entry->d_name);
    if (dir)
        closedir(dir);
    return count;
}

static int remove_folder(void **state)
{
    struct folder *folder = *state;
    while (look(folder))
        unlink(folder->file);
    rmdir(folder->path);
    *strrchr(folder->path, '/') = '\0';
    rmdir(folder->path);
    free(folder);
    return 0;
}

static struct source source_of(const char *path, const char *yaml)
{
    return (struct source){ .path = path, .content = span_of(yaml) };
}

static struct breakdown *load(const struct source *sources, uint32_t count)
{
    struct diags diags = { 0 };
    struct breakdown *b = breakdown_load(sources, count, &diags);
    print_diags(&diags);
    assert_non_null(b);
    diag_fini(&diags);
    return b;
}

static void keep(const struct folder *folder, const struct source *sources, uint32_t count)
{
    struct breakdown *b = load(sources, count);
    snapshot_keep(folder->path, sources, count, b);
    breakdown_free(b);
}

static bool is_found(const struct folder *folder, const struct source *sources, uint32_t count)
{
    struct breakdown *b = snapshot_find(folder->path, sources, count);
    breakdown_free(b);
    return b;
}

static void check_places_equal(const struct breakdown *a, const struct breakdown *b)
{
    for (uint32_t i = 0; i < a->duties_count; i++)
        assert_memory_equal(&a->duties[i].mark, &b->duties[i].mark, sizeof a->duties[i].mark);
    for (uint32_t i = 0; i < a->units_count; i++)
        assert_memory_equal(&a->units[i].mark, &b->units[i].mark, sizeof a->units[i].mark);
    for (uint32_t i = 0; i < a->parts_count; i++) {
        assert_memory_equal(&a->parts[i].label_mark, &b->parts[i].label_mark, sizeof a->parts[i].label_mark);
        assert_memory_equal(&a->parts[i].wording_mark, &b->parts[i].wording_mark, sizeof a->parts[i].wording_mark);
    }
    assert_int_equal(a->names.count, b->names.count);
    for (uint32_t i = 0; i < a->names.count; i++)
        assert_int_equal(names_find(&b->names, text_span(a->names.items[i].text)), i);
}

static void the_shipped_breakdown_comes_back_whole(void **state)
{
    struct folder *folder = *state;
    struct buf content = { 0 };
    assert_int_equal(file_read(SHIPPED, &content, NULL), 0);
    struct source source = { .path = SHIPPED, .content = buf_view(&content), .stamp = { .inode = 7 } };
    struct breakdown *b = load(&source, 1);
    snapshot_keep(folder->path, &source, 1, b);
    struct breakdown *again = snapshot_find(folder->path, &source, 1);
    assert_non_null(again);
    check_equal(b, again);
    check_places_equal(b, again);
    assert_string_equal(again->volumes[0].path, SHIPPED);
    assert_true(file_stamp_equal(&again->volumes[0].stamp, &source.stamp));
    struct index *index = index_new(again);
    uint32_t unit_idx = unit_of(again, "省发展改革委");
    assert_int_equal(index->counts[unit_idx].tasks[BOND_LEAD], 40);
    assert_int_equal(index->counts[unit_idx].tasks[BOND_SUPPORT], 43);
    index_free(index);
    breakdown_free(b);
    breakdown_free(again);
    buf_fini(&content);
}

static void several_files_are_one_snapshot(void **state)
{
    struct folder *folder = *state;
    struct source sources[] = { source_of("/a.yaml", YAML("甲")), source_of("/b.yaml", YAML("乙")) };
    keep(folder, sources, 2);
    assert_int_equal(look(folder), 1);
    struct breakdown *b = snapshot_find(folder->path, sources, 2);
    assert_non_null(b);
    assert_text(b->volumes[1].title, "乙");
    assert_string_equal(b->volumes[1].path, "/b.yaml");
    breakdown_free(b);
    sources[1] = source_of("/b.yaml", YAML("丙"));
    assert_false(is_found(folder, sources, 2));
    assert_false(is_found(folder, sources, 1));
}

static void one_other_byte_in_the_file_and_it_is_parsed_again(void **state)
{
    struct folder *folder = *state;
    struct source source = source_of("/a.yaml", YAML("甲"));
    char *other = strdup(YAML("甲"));
    assert_false(is_found(folder, &source, 1));
    keep(folder, &source, 1);
    assert_true(is_found(folder, &source, 1));
    struct source changed = source_of("/a.yaml", other);
    for (size_t i = 0; other[i]; i++) {
        other[i] ^= 1;
        assert_false(is_found(folder, &changed, 1));
        other[i] ^= 1;
    }
    assert_true(is_found(folder, &changed, 1));
    changed.content.bytes--;
    assert_false(is_found(folder, &changed, 1));
    free(other);
}

static void a_damaged_snapshot_does_not_count(void **state)
{
    struct folder *folder = *state;
    struct source source = source_of("/a.yaml", YAML("甲"));
    struct buf whole = { 0 };
    keep(folder, &source, 1);
    assert_int_equal(look(folder), 1);
    assert_int_equal(file_read(folder->file, &whole, NULL), 0);
    /* Any bit: the head, who made it, how many of what, the file's own bytes, the arrays, the texts. */
    int fd = open(folder->file, O_WRONLY);
    for (size_t i = 0; i < whole.bytes; i++) {
        for (int bit = 0; bit < 8; bit++) {
            char byte = (char)(whole.at[i] ^ 1 << bit);
            assert_int_equal(pwrite(fd, &byte, 1, (off_t)i), 1);
            assert_false(is_found(folder, &source, 1));
        }
        assert_int_equal(pwrite(fd, &whole.at[i], 1, (off_t)i), 1);
    }
    close(fd);
    assert_true(is_found(folder, &source, 1));
    /* As after a power cut: the end is missing, or there is too much. */
    for (size_t bytes = whole.bytes + 1; bytes-- > 0;) {
        if (bytes != whole.bytes) {
            assert_int_equal(truncate(folder->file, (off_t)bytes), 0);
            assert_false(is_found(folder, &source, 1));
        }
    }
    keep(folder, &source, 1);
    assert_int_equal(truncate(folder->file, (off_t)whole.bytes + 1), 0);
    assert_false(is_found(folder, &source, 1));
    buf_fini(&whole);
}

static void only_a_file_of_the_user_alone_counts(void **state)
{
    struct folder *folder = *state;
    struct source source = source_of("/a.yaml", YAML("甲"));
    keep(folder, &source, 1);
    assert_int_equal(look(folder), 1);
    struct stat st;
    assert_int_equal(stat(folder->file, &st), 0);
    assert_int_equal(st.st_mode & 07777, 0600);
    assert_int_equal(stat(folder->path, &st), 0);
    assert_int_equal(st.st_mode & 07777, 0700);
    assert_int_equal(chmod(folder->file, 0644), 0);
    assert_false(is_found(folder, &source, 1));
    assert_int_equal(chmod(folder->file, 0600), 0);
    assert_true(is_found(folder, &source, 1));
    if (geteuid() == 0) {
        assert_int_equal(chown(folder->file, 1, 1), 0);
        assert_false(is_found(folder, &source, 1));
    }
    char beside[400];
    snprintf(beside, sizeof beside, "%s.kept", folder->file);
    keep(folder, &source, 1);
    assert_int_equal(rename(folder->file, beside), 0);
    assert_int_equal(symlink(beside, folder->file), 0);
    assert_false(is_found(folder, &source, 1));
    unlink(beside);
}

static void nothing_is_kept_where_it_cannot_be(void **state)
{
    struct folder *folder = *state;
    struct source piped = source_of("-", YAML("甲")), source = source_of("/a.yaml", YAML("甲"));
    keep(folder, &piped, 1);
    assert_int_equal(look(folder), 0);
    struct folder deep = *folder;
    strcat(deep.path, "/a/b");
    keep(&deep, &source, 1);
    assert_int_equal(look(folder), 0);
    if (geteuid() == 0) {
        assert_int_equal(mkdir(folder->path, 0700), 0);
        assert_int_equal(chown(folder->path, 1, 1), 0);
        keep(folder, &source, 1);
        assert_int_equal(look(folder), 0);
    }
}

int main(void)
{
#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, make_folder, remove_folder)
    const struct CMUnitTest tests[] = {
        IN_FOLDER(the_shipped_breakdown_comes_back_whole),
        IN_FOLDER(several_files_are_one_snapshot),
        IN_FOLDER(one_other_byte_in_the_file_and_it_is_parsed_again),
        IN_FOLDER(a_damaged_snapshot_does_not_count),
        IN_FOLDER(only_a_file_of_the_user_alone_counts),
        IN_FOLDER(nothing_is_kept_where_it_cannot_be),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
