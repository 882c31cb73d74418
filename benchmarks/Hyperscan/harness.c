/*
 * Hyperscan with the rule logic, as an engine to compare with. Reads a file of patterns, rules and texts, then commands:
 *   find I    prints the rules that hold for text I
 *   run STEP  finds the rules for every STEPth text; prints how many texts, and nanoseconds of the processor
 *
 * File: "patterns N", a regular expression a line; "rules N", a line each: channels as a mask (0: all), number of conditions, and
 * for each condition its kind (a: all, o: any, n: none), how many patterns, and their numbers; the first condition has the patterns
 * by which the rule is found. "texts N", a line each: channel as a mask, bytes; then the text and a line end.
 */
#define _POSIX_C_SOURCE 200809L
#include <hs/hs.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct {
    unsigned channels, start, end; /* where its conditions stand in code */
} Rule;

typedef struct {
    unsigned channel, length;
    char *text;
} Text;

static hs_database_t *database;
static hs_scratch_t *scratch;
static Rule *rules;
static Text *texts;
static unsigned pattern_count, rule_count, text_count;
static unsigned *code, code_length, code_capacity;
static unsigned *posting_start, *postings; /* the rules that a pattern leads to */
static uint32_t now, *pattern_seen, *rule_seen;
static unsigned *hits, hit_count, *found, found_count;

static void fail(const char *what) {
    fprintf(stderr, "%s\n", what);
    exit(1);
}

static void *reserve(size_t count, size_t size) {
    void *memory = calloc(count ? count : 1, size);
    if (!memory) fail("out of memory");
    return memory;
}

static unsigned number(FILE *file) {
    unsigned value;
    if (fscanf(file, "%u", &value) != 1) fail("a number is missing");
    return value;
}

static unsigned section(FILE *file, const char *name) {
    char found_name[16];
    if (fscanf(file, "%15s", found_name) != 1 || strcmp(found_name, name) != 0) fail("a section is missing");
    unsigned count = number(file);
    if (fgetc(file) != '\n') fail("a line end is missing");
    return count;
}

static void add(unsigned value) {
    if (code_length == code_capacity) {
        code_capacity = code_capacity ? 2 * code_capacity : 1024;
        code = realloc(code, code_capacity * sizeof *code);
        if (!code) fail("out of memory");
    }
    code[code_length++] = value;
}

static void read_patterns(FILE *file) {
    pattern_count = section(file, "patterns");
    char **expressions = reserve(pattern_count, sizeof *expressions);
    unsigned *flags = reserve(pattern_count, sizeof *flags), *ids = reserve(pattern_count, sizeof *ids);
    size_t room = 0;
    for (unsigned id = 0; id < pattern_count; id++) {
        ssize_t length = getline(&expressions[id], (room = 0, &room), file);
        if (length < 2) fail("a pattern is missing");
        expressions[id][length - 1] = 0;
        flags[id] = HS_FLAG_CASELESS | HS_FLAG_SINGLEMATCH;
        ids[id] = id;
    }
    hs_compile_error_t *error = NULL;
    if (hs_compile_multi((const char *const *)expressions, flags, ids, pattern_count, HS_MODE_BLOCK, NULL, &database, &error))
        fail(error->message);
    if (hs_alloc_scratch(database, &scratch)) fail("no scratch");
    for (unsigned id = 0; id < pattern_count; id++) free(expressions[id]);
    free(expressions), free(flags), free(ids);
}

static void read_rules(FILE *file) {
    rule_count = section(file, "rules");
    rules = reserve(rule_count, sizeof *rules);
    for (unsigned rule = 0; rule < rule_count; rule++) {
        rules[rule].channels = number(file);
        rules[rule].start = code_length;
        for (unsigned left = number(file); left; left--) {
            char kind;
            if (fscanf(file, " %c", &kind) != 1) fail("a kind is missing");
            unsigned count = number(file);
            add((unsigned)kind), add(count);
            while (count--) add(number(file));
        }
        rules[rule].end = code_length;
    }
    posting_start = reserve(pattern_count + 1, sizeof *posting_start);
    for (int write = 0; write < 2; write++) {
        for (unsigned rule = 0; rule < rule_count; rule++) {
            unsigned *condition = code + rules[rule].start;
            /* All of several are found by the first of them. */
            unsigned count = condition[0] == 'a' ? 1 : condition[1];
            for (unsigned each = 0; each < count; each++) {
                if (write) postings[--posting_start[condition[2 + each]]] = rule;
                else posting_start[condition[2 + each]]++;
            }
        }
        if (write) break;
        for (unsigned id = 0; id < pattern_count; id++) posting_start[id + 1] += posting_start[id];
        postings = reserve(posting_start[pattern_count], sizeof *postings);
    }
}

static void read_texts(FILE *file) {
    text_count = section(file, "texts");
    texts = reserve(text_count, sizeof *texts);
    for (unsigned text = 0; text < text_count; text++) {
        texts[text].channel = number(file);
        texts[text].length = number(file);
        if (fgetc(file) != '\n') fail("a line end is missing");
        texts[text].text = reserve(texts[text].length + 1, 1);
        if (fread(texts[text].text, 1, texts[text].length + 1, file) != texts[text].length + 1) fail("a text is missing");
    }
}

static int on_match(unsigned id, unsigned long long from, unsigned long long to, unsigned flags, void *context) {
    (void)from, (void)to, (void)flags, (void)context;
    if (pattern_seen[id] != now) {
        pattern_seen[id] = now;
        hits[hit_count++] = id;
    }
    return 0;
}

static int holds(const Rule *rule) {
    for (unsigned at = rule->start; at < rule->end;) {
        unsigned kind = code[at], count = code[at + 1], seen = 0;
        const unsigned *ids = code + at + 2;
        if (kind == 'a') {
            while (seen < count && pattern_seen[ids[seen]] == now) seen++;
            if (seen < count) return 0;
        } else {
            while (seen < count && pattern_seen[ids[seen]] != now) seen++;
            if ((seen < count) != (kind == 'o')) return 0;
        }
        at += 2 + count;
    }
    return 1;
}

static void find(const Text *text) {
    now++;
    hit_count = found_count = 0;
    if (hs_scan(database, text->text, text->length, 0, scratch, on_match, NULL)) fail("a scan failed");
    for (unsigned hit = 0; hit < hit_count; hit++) {
        for (unsigned at = posting_start[hits[hit]]; at < posting_start[hits[hit] + 1]; at++) {
            unsigned rule = postings[at];
            if (rule_seen[rule] == now) continue;
            rule_seen[rule] = now;
            if (rules[rule].channels && !(rules[rule].channels & text->channel)) continue;
            if (holds(&rules[rule])) found[found_count++] = rule;
        }
    }
}

static unsigned long long nanoseconds(void) {
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (unsigned long long)time.tv_sec * 1000000000ull + (unsigned long long)time.tv_nsec;
}

int main(int argc, char **argv) {
    FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
    if (!file) fail("which file?");
    read_patterns(file), read_rules(file), read_texts(file);
    fclose(file);
    pattern_seen = reserve(pattern_count, sizeof *pattern_seen), rule_seen = reserve(rule_count, sizeof *rule_seen);
    hits = reserve(pattern_count, sizeof *hits), found = reserve(rule_count, sizeof *found);
    puts("ready"), fflush(stdout);
    char command[8];
    unsigned value;
    while (scanf("%7s %u", command, &value) == 2) {
        if (strcmp(command, "find") == 0) {
            find(&texts[value]);
            for (unsigned rule = 0; rule < found_count; rule++) printf("%u ", found[rule]);
            puts("");
        } else {
            unsigned count = 0;
            unsigned long long start = nanoseconds();
            for (unsigned text = 0; text < text_count; text += value, count++) find(&texts[text]);
            printf("%u %llu\n", count, nanoseconds() - start);
        }
        fflush(stdout);
    }
    return 0;
}
