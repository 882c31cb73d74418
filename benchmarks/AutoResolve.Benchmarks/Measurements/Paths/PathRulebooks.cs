using System.Globalization;
using AutoResolve.Benchmarks.Conditions;
using AutoResolve.Benchmarks.Engines;
using AutoResolve.Benchmarks.Running;
using AutoResolve.Benchmarks.Workloads;
using AutoResolve.Benchmarks.Workloads.Other;

namespace AutoResolve.Benchmarks.Measurements.Paths;

/// <summary>Makes the rulebooks and their issues.</summary>
internal static class PathRulebooks
{
    private const int IssuesOfEach = 16;
    private const int OtherIssues = 64;
    private const int Pool = 2_000;
    private const int Seed = 7;

    // Words of the text below, with which each rule begins to match.
    private static readonly string[] Said = ["flu", "shots", "place", "Tulsa", "start"];

    private const string NearlyMatched = "do you know when the flu shots start at the place in Tulsa";

    public static PathRulebook Shipped()
    {
        using var host = PathHost.Start(ShippedRulebook.Folder);
        var issues = new Dictionary<PathKind, List<Issue>>();
        foreach (var issue in ProcessIssues.Shipped.Concat(ShippedRulebook.SampleIssues().Where(issue => issue.Locale is null)))
        {
            if (KindOf(host, issue) is { } kind)
                (issues.TryGetValue(kind, out var known) ? known : issues[kind] = []).Add(issue with { Title = null });
        }

        var some = issues.ToDictionary(entry => entry.Key, entry => entry.Value.Take(IssuesOfEach).ToArray());
        if (MessyTexts.Sources.Contains(MessyTexts.Real))
            some[PathKind.Mixed] = [.. MessyTexts.Read(MessyTexts.Real)];
        return new PathRulebook("shipped", 0, ShippedRulebook.Folder, some);
    }

    /// <summary>The same issues for all numbers of rules.</summary>
    public static IEnumerable<PathRulebook> Generated(string folder)
    {
        var rules = RuleGenerator.Make(RuleCounts.All[^1]);
        var all = Rulebooks.Load(rules);
        List<RuleReference> matches = [];
        var unmatched = IssueGenerator
            .Make(Pool, [.. rules.Take(RuleCounts.All[0])], Seed)
            .Where(issue =>
            {
                matches.Clear();
                all.FindMatches(issue, matches);
                return matches.Count == 0;
            })
            .Take(IssuesOfEach)
            .ToList();
        PathKind[] kinds = [PathKind.NoMatch, PathKind.OneMatch, PathKind.Asked, PathKind.Ambiguous, PathKind.WithFacts];
        var issues = kinds.ToDictionary(
            kind => kind,
            kind => unmatched.Select(issue => issue with { Text = issue.Text + PathRules.SentenceFor(kind) }).ToArray()
        );
        foreach (var count in RuleCounts.All)
        {
            var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"generated-{count}"));
            RuleFiles.Write([.. rules.Take(count)], path);
            File.WriteAllText(Path.Combine(path, "paths.json"), PathRules.Json);
            yield return new PathRulebook(string.Create(CultureInfo.InvariantCulture, $"{count:N0}"), count, path, issues);
        }
    }

    /// <summary>The other workload, of which the same texts match more rules the more there are.</summary>
    public static IEnumerable<PathRulebook> Other(string folder)
    {
        foreach (var count in RuleCounts.All)
        {
            var workload = OtherWorkload.Generate(new OtherOptions(count, PhrasesAreStrings: false, RunOptions.Seed));
            var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"other-{count}"));
            RuleFiles.Write(workload.Rules, path);
            var issues = new Dictionary<PathKind, Issue[]> { [PathKind.Mixed] = [.. workload.Issues.Take(OtherIssues)] };
            yield return new PathRulebook(string.Create(CultureInfo.InvariantCulture, $"{count:N0}"), count, path, issues);
        }
    }

    /// <summary>Rules that all but match one text.</summary>
    public static IEnumerable<PathRulebook> NearMisses(string folder)
    {
        foreach (var count in RuleCounts.All.Where(count => count <= 10_000))
        {
            var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"near-{count}"));
            RuleFiles.Write([.. Enumerable.Range(0, count).Select(NearlyMatching)], path);
            var issue = new Issue
            {
                Id = "",
                Text = NearlyMatched,
                Channel = "web",
            };
            var issues = new Dictionary<PathKind, Issue[]> { [PathKind.NearMisses] = [issue] };
            yield return new PathRulebook(string.Create(CultureInfo.InvariantCulture, $"{count:N0}"), count, path, issues);
        }
    }

    private static BenchmarkRule NearlyMatching(int number)
    {
        var word = FormattableString.Invariant($"qx{number}");
        string[] said = [Said[number % Said.Length], Said[number / Said.Length % Said.Length]];
        var when = new AllOf(new AnyPhrase(word, FormattableString.Invariant($"zv{number} yk")), new AnyPhrase(said));
        return new BenchmarkRule(FormattableString.Invariant($"generated.near-{number:D6}"), when, [], [word], [word, said[0]]);
    }

    private static PathKind? KindOf(PathHost host, Issue issue)
    {
        var before = host.Facts.Lookups;
        var resolution = host.Resolve(issue);
        return host.Facts.Lookups > before ? PathKind.WithFacts
            : resolution.Questions.Count > 0 ? PathKind.Asked
            : (resolution.Outcome, resolution.Reason) switch
            {
                (_, ResolutionReason.NoRuleMatched) => PathKind.NoMatch,
                (_, ResolutionReason.Ambiguous) => PathKind.Ambiguous,
                (_, ResolutionReason.RuleMatched) => PathKind.OneMatch,
                _ => null,
            };
    }
}
