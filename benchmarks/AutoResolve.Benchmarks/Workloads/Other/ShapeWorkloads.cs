using AutoResolve.Benchmarks.Conditions;

namespace AutoResolve.Benchmarks.Workloads.Other;

/// <summary>Rules and texts of one shape each, of the words of the other workload.</summary>
internal sealed class ShapeWorkloads
{
    private const int IssueCount = 1_000;
    private const int ListCount = 20;
    private const int ListLength = 500;
    private const int Planted = 100;
    private const int MaxTurns = 5;
    private const int Within = 6;

    private static readonly int[] Lengths = [100, 300, 1_000, 5_000];

    private readonly OtherOptions _options;
    private readonly OtherVocabulary _vocabulary;
    private readonly Random _random;
    private readonly OtherWords _words;

    public ShapeWorkloads(OtherOptions options)
    {
        (_options, _vocabulary, _random) = (options, new OtherVocabulary(options.Seed), new Random(options.Seed + 3));
        _words = new OtherWords(_vocabulary, _random);
    }

    public IEnumerable<(string Name, Workload Workload)> All() =>
        [
            ("long lists", Of(Lists())),
            ("near", Of(Make(Near))),
            ("vetoes", Of(Make(Vetoed))),
            .. Lengths.Select(length =>
                (FormattableString.Invariant($"texts of {length:N0}"), Of(OtherRules.Make(_vocabulary, _options), length))
            ),
            ("several turns", OfTurns(OtherRules.Make(_vocabulary, _options))),
        ];

    private Workload Of(IReadOnlyList<BenchmarkRule> rules, int? length = null) =>
        Workload.Of(rules, OtherTexts.Make(_vocabulary, [.. rules.Take(Planted)], IssueCount, _options.Seed, length));

    // The hand-written loop reads a case as one text: no phrase and no pattern goes over the end of a line.
    private Workload OfTurns(IReadOnlyList<BenchmarkRule> rules)
    {
        var texts = Of(rules).Issues;
        var joined = new List<Issue>();
        var cases = new List<Issue>();
        for (var number = 0; number < texts.Count; )
        {
            var some = texts.Skip(number).Take(_random.Next(2, MaxTurns + 1)).ToList();
            number += some.Count;
            joined.Add(some[0] with { Text = string.Join('\n', some.Select(issue => issue.Text)) });
            cases.Add(some[0] with { Turns = [.. some.Skip(1).Select(issue => new Turn { Id = issue.Id, Text = issue.Text })] });
        }

        return Workload.Of(rules, joined) with
        {
            Cases = cases,
        };
    }

    private IReadOnlyList<BenchmarkRule> Make(Func<(ICondition When, string[] Words, string[] Example)> part) =>
        [
            .. Enumerable
                .Range(0, _options.Rules)
                .Select(number =>
                {
                    var (when, words, example) = part();
                    return new BenchmarkRule(FormattableString.Invariant($"shape.rule-{number:D6}"), when, [], words, example);
                }),
        ];

    private IReadOnlyList<BenchmarkRule> Lists()
    {
        var lists = Enumerable
            .Range(0, ListCount)
            .Select(number => new AnyOfList(
                FormattableString.Invariant($"list{(char)('A' + number)}"),
                [.. Enumerable.Range(0, ListLength).Select(_ => _words.Phrase()).Distinct()]
            ))
            .ToList();
        return Make(() =>
        {
            var (list, word) = (lists[_random.Next(ListCount)], _words.Ordinary());
            return (new AllOf(list, new AnyPhrase(word, _words.Special())), [], [word, list.Lists.First().Value[_random.Next(100)]]);
        });
    }

    private (ICondition When, string[] Words, string[] Example) Near()
    {
        var (first, second) = (_words.Ordinary(), _words.Ordinary());
        return (new CloseTogether(first, second, Within), [first], [$"{second} is not in the {first}"]);
    }

    private (ICondition When, string[] Words, string[] Example) Vetoed()
    {
        var phrase = _words.Phrase();
        var vetoes = Enumerable.Range(0, _random.Next(3, 9)).Select(_ => _words.Ordinary()).ToArray();
        var when = new AllOf(
            new AnyPhrase(phrase, _words.Ordinary()),
            new NoneOf(new AnyPhrase(vetoes)),
            new NoneOf(new AnyPhrase(_words.Ordinary()))
        );
        return (when, [], [phrase]);
    }
}
