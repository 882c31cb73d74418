using AutoResolve.Sources;

namespace AutoResolve.Insights.Costs;

/// <summary>Measures what a rulebook costs on issues of its own: match, decide and explain, cold and warm, and which rules cost
/// most.</summary>
public static class RulebookCosts
{
    private static readonly Issue Nonsense = new() { Id = "costs", Text = "qqxzvk" };

    /// <summary>Measures. What is first called in a process costs more, so call it once a process, before anything else of the engine but
    /// loading.</summary>
    /// <param name="files">The rule files.</param>
    /// <param name="issues">The issues; at least one.</param>
    /// <param name="options">How the rules are loaded; null for <see cref="RulebookOptions"/> as it is.</param>
    /// <param name="costs">How to measure; null for <see cref="CostOptions"/> as it is.</param>
    /// <param name="timeProvider">The clock by which the search ends; null for the system's.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="RulebookException">There are errors in the rules.</exception>
    /// <exception cref="ArgumentException">There is no issue, or <paramref name="options"/> has a wrong value.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was signalled.</exception>
    public static async Task<CostReport> MeasureAsync(
        RuleFileSet files,
        IReadOnlyList<Issue> issues,
        RulebookOptions? options = null,
        CostOptions? costs = null,
        TimeProvider? timeProvider = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(issues);
        if (issues.Count == 0)
            throw new ArgumentException("There is no issue to measure with.", nameof(issues));
        options ??= new RulebookOptions();
        costs ??= new CostOptions();
        timeProvider ??= TimeProvider.System;
        var result = Rulebook.TryBuild(files, options, new RulebookPurpose { Lint = false, AnyHandler = true }, timeProvider);
        var rulebook = result.Rulebook ?? throw new RulebookException("the given rules", result.Diagnostics);
        var meter = new CostMeter(issues, costs, timeProvider, cancellationToken);
        Action<Issue>[] calls = [Matching(rulebook), issue => rulebook.Evaluate(issue).Decide(), issue => rulebook.Explain(issue)];
        var first = calls.Select(meter.First).ToList();
        cancellationToken.ThrowIfCancellationRequested();
        var warm = await meter.InTurnsAsync(calls).ConfigureAwait(false);
        var subsets = new RuleSubsets(files, options, isExact: true);
        var evaluated = Evaluated(rulebook, issues);
        var begun = timeProvider.GetTimestamp();
        var (parts, explained) = await PartsAsync(
                Ordered(subsets.Rules, rulebook, issues),
                subsets,
                Matching(rulebook),
                meter,
                evaluated,
                issues.Count,
                () =>
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    return timeProvider.GetElapsedTime(begun) < costs.MaxSearch;
                }
            )
            .ConfigureAwait(false);
        return new CostReport(
            issues.Count,
            (int)Median([.. issues.Select(issue => issue.Text.Length)]),
            subsets.Rules.Count,
            [
                .. Enum.GetValues<CostOperation>()
                    .Zip(first, warm)
                    .Select(each => new OperationCost(
                        each.First,
                        each.Third.Microseconds,
                        each.Third.Bytes,
                        each.Second.First,
                        each.Second.Calls,
                        each.Second.Microseconds,
                        each.Second.Bytes
                    )),
            ],
            parts,
            await LoopAsync(new RuleSubsets(files, options, isExact: false), meter).ConfigureAwait(false)
        )
        {
            Explained = explained,
        };
    }

    private static async Task<(IReadOnlyList<CostPart> Parts, double Explained)> PartsAsync(
        IReadOnlyList<RuleShape> rules,
        RuleSubsets subsets,
        Action<Issue> all,
        CostMeter meter,
        Dictionary<string, int> evaluated,
        int issues,
        Func<bool> mayGoOn
    )
    {
        var whole = (await meter.InTurnsAsync(all).ConfigureAwait(false))[0].Microseconds;

        // In times of all rules in the same turns, for the machine may be slower now than before.
        async Task<double> CostOf(Rulebook some) =>
            await meter.InTurnsAsync(all, Matching(some)).ConfigureAwait(false) is [var ofAll, var ofSome]
                ? whole * ofSome.Microseconds / ofAll.Microseconds
                : 0;
        var reading = await CostOf(subsets.OnlyProbe()).ConfigureAwait(false);
        var sets = await CostOf(subsets.Only([])).ConfigureAwait(false);
        List<CostPart> classifiers = [];
        var begin = sets;
        foreach (var (number, name) in subsets.Classifiers.Index())
        {
            var asked = await CostOf(subsets.Only([], number + 1)).ConfigureAwait(false);
            classifiers.Add(new(CostKind.Classifier, name, [], asked - begin, (asked - begin) / whole, 100, IsResolved: true));
            begin = asked;
        }

        var exact = await CostOf(subsets.Only(rules, classifiers.Count)).ConfigureAwait(false);
        var typos = whole - exact;
        List<CostPart> parts =
        [
            new(CostKind.Reading, null, [], reading, reading / whole, 100, IsResolved: true),
            new(CostKind.Sets, null, [], sets - reading, (sets - reading) / whole, 100, IsResolved: true),
            new(CostKind.Typos, null, [], typos, typos / whole, 100, IsResolved: true),
            .. classifiers,
        ];
        var split = new CostSplit(rules, count => CostOf(subsets.Only(rules.Take(count), classifiers.Count)), mayGoOn);
        await split.RunAsync(begin, Math.Max(begin, exact)).ConfigureAwait(false);
        foreach (var (range, microseconds, isResolved) in split.Parts)
        {
            var some = rules.Take(range).ToList();
            parts.Add(
                new CostPart(
                    some[0].Kind,
                    some[0].List,
                    [.. some.Select(rule => rule.Id)],
                    microseconds,
                    microseconds / whole,
                    100.0 * some.Average(rule => evaluated.GetValueOrDefault(rule.Id)) / issues,
                    isResolved
                )
            );
        }

        return (
            [.. parts.Select(AtLeastNothing).OrderByDescending(part => part.Microseconds)],
            Explained(parts, Math.Max(split.MaxContradiction, begin - exact) / whole)
        );
    }

    private static CostPart AtLeastNothing(CostPart part) => part.Microseconds > 0 ? part : part with { Microseconds = 0, Share = 0 };

    // What is less than nothing was measured wrong, and so was as much of the others.
    private static double Explained(List<CostPart> parts, double contradiction)
    {
        var resolved = parts.Where(part => part.IsResolved).Select(part => part.Share).ToList();
        return Math.Clamp(resolved.Sum() - Math.Max(contradiction, -resolved.Min()), 0, 1);
    }

    private static async Task<LoopCost?> LoopAsync(RuleSubsets subsets, CostMeter meter)
    {
        var loop = new HandLoop(subsets.Rules);
        if (loop.Covered.Count == 0)
            return null;
        var measured = await meter.InTurnsAsync(Matching(subsets.Only(loop.Covered)), issue => loop.Find(issue)).ConfigureAwait(false);
        return new LoopCost(loop.Covered.Count, measured[1].Microseconds, measured[0].Microseconds);
    }

    // The cheap kinds first, rules of one list together, and those first that are seldom looked at.
    private static IReadOnlyList<RuleShape> Ordered(IReadOnlyList<RuleShape> rules, Rulebook rulebook, IReadOnlyList<Issue> issues)
    {
        var always = Always(rulebook, issues);
        return
        [
            .. rules
                .Select(rule => always.Contains(rule.Id) ? rule with { Kind = CostKind.NotIndexed, List = null } : rule)
                .OrderBy(rule => rule.Kind)
                .ThenBy(rule => rule.List, StringComparer.Ordinal)
                .ThenBy(rule => rule.Id, StringComparer.Ordinal),
        ];
    }

    // What is evaluated though the text says nothing.
    private static HashSet<string> Always(Rulebook rulebook, IReadOnlyList<Issue> issues)
    {
        List<RuleReference> evaluated = [];
        foreach (var issue in issues.DistinctBy(issue => (issue.Channel, issue.Product, issue.Tenant, issue.Locale)).Prepend(Nonsense))
            rulebook.FindEvaluated(
                Nonsense with
                {
                    Channel = issue.Channel,
                    Product = issue.Product,
                    Tenant = issue.Tenant,
                    Locale = issue.Locale,
                },
                evaluated
            );
        return [.. evaluated.Select(rule => rule.Id)];
    }

    private static Dictionary<string, int> Evaluated(Rulebook rulebook, IReadOnlyList<Issue> issues)
    {
        List<RuleReference> evaluated = [];
        foreach (var issue in issues)
            rulebook.FindEvaluated(issue, evaluated);
        return evaluated.CountBy(rule => rule.Id).ToDictionary(StringComparer.Ordinal);
    }

    private static Action<Issue> Matching(Rulebook rulebook)
    {
        List<RuleReference> matches = [];
        return issue =>
        {
            matches.Clear();
            rulebook.FindMatches(issue, matches);
        };
    }

    private static double Median(int[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }
}
