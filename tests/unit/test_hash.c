/* SPDX-License-Identifier: MIT */
/* The hash of tables. */
#include "base/hash.h"

#include <sys/wait.h>
#include <unistd.h>

#include "unit.h"

/* Reckoned by another implementation: key 00 01 … 0f, messages of 0 … 15 bytes 00 01 …, as the paper's vectors are made. */
static void siphash_with_one_and_three_rounds_gives_the_known_values(void **state)
{
    (void)state;
    static const uint64_t expected[16] = { UINT64_C(0xabac0158050fc4dc), UINT64_C(0xc9f49bf37d57ca93),
                                           UINT64_C(0x82cb9b024dc7d44d), UINT64_C(0x8bf80ab8e7ddf7fb),
                                           UINT64_C(0xcf75576088d38328), UINT64_C(0xdef9d52f49533b67),
                                           UINT64_C(0xc50d2b50c59f22a7), UINT64_C(0xd3927d989bb11140),
                                           UINT64_C(0x369095118d299a8e), UINT64_C(0x25a48eb36c063de4),
                                           UINT64_C(0x79de85ee92ff097f), UINT64_C(0x70c118c1f94dc352),
                                           UINT64_C(0x78a384b157b4d9a2), UINT64_C(0x306f760c1229ffa7),
                                           UINT64_C(0x605aa111c0f95d34), UINT64_C(0xd320d86d2a519956) };
    const uint64_t key[2] = { UINT64_C(0x0706050403020100), UINT64_C(0x0f0e0d0c0b0a0908) };
    char message[16];
    for (int i = 0; i < 16; i++)
        message[i] = (char)i;
    for (size_t bytes = 0; bytes < 16; bytes++)
        assert_true(hash_keyed(key, (struct span){ message, bytes }) == expected[bytes]);
}

static uint64_t hash_in_a_process_of_its_own(void)
{
    int ends[2];
    uint64_t hash = 0;
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (!child) {
        hash = hash_of(SPAN("省发展改革委"));
        _exit(write(ends[1], &hash, sizeof hash) != (ssize_t)sizeof hash);
    }
    assert_int_equal(read(ends[0], &hash, sizeof hash), sizeof hash);
    waitpid(child, NULL, 0);
    close(ends[0]);
    close(ends[1]);
    return hash;
}

/* Run first: the key is drawn at the first use, here in each child. */
static void each_process_has_a_key_of_its_own(void **state)
{
    (void)state;
    assert_true(hash_in_a_process_of_its_own() != hash_in_a_process_of_its_own());
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_process_has_a_key_of_its_own),
        cmocka_unit_test(siphash_with_one_and_three_rounds_gives_the_known_values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
