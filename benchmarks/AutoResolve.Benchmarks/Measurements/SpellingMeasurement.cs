using System.Diagnostics;
using System.Globalization;
using System.Text;
using AutoResolve.Benchmarks.Running;
using AutoResolve.Benchmarks.Workloads;
using AutoResolve.Rules;
using AutoResolve.Sources;

namespace AutoResolve.Benchmarks.Measurements;

/// <summary>What it costs to find the rules for an issue with typing errors recognised, against without.</summary>
internal sealed class SpellingMeasurement : IMeasurement
{
    private const int IssuesEach = 200;
    private const int Words = 45;

    private static readonly int Passes = RunOptions.IsDry ? 1 : 15;
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(RunOptions.IsDry ? 1 : 25);

    private static readonly (string Name, int Unknown, double Most)[] Texts =
    [
        ("no word unknown", 0, 1.1),
        ("two words unknown", 2, 1.3),
        ("all words unknown", Words, 2),
    ];

    public Measured Run()
    {
        var table = new StringBuilder(
            "| rules | text | off, ns | on, ns | ratio | bytes on |\n| --- | --- | ---: | ---: | ---: | ---: |\n"
        );
        List<string> missed = [];
        foreach (var (name, files, known) in Rulebooks())
        {
            var (off, on) = (Load(files, typos: false), Load(files, typos: true));
            foreach (var (text, unknown, most) in Texts)
            {
                var row = Compare(off, on, Issues(known, unknown));
                var ratio = row.On / row.Off;
                table.Append(
                    CultureInfo.InvariantCulture,
                    $"| {name} | {text} | {row.Off:N0} | {row.On:N0} | {ratio:N2} | {row.Bytes:N1} |\n"
                );
                if (!RunOptions.IsDry && ratio > most)
                    missed.Add(string.Create(CultureInfo.InvariantCulture, $"{name} rules, {text}: {ratio:N2}, at most {most}"));
                if (!RunOptions.IsDry && row.Bytes > 0.5)
                    missed.Add(string.Create(CultureInfo.InvariantCulture, $"{name} rules, {text}: {row.Bytes:N1} bytes an issue"));
            }
        }

        return new Measured(table.ToString().TrimEnd(), new Dictionary<string, double>()) { Missed = missed };
    }

    private static IEnumerable<(string Name, IReadOnlyList<RuleFile> Files, IReadOnlyList<string> Known)> Rulebooks()
    {
        var shipped = Directory
            .EnumerateFiles(ShippedRulebook.Folder, "*.json", SearchOption.AllDirectories)
            .Where(path => RuleSourceFile.IsRuleFile(Path.GetRelativePath(ShippedRulebook.Folder, path).Replace('\\', '/')))
            .Select(path => new RuleFile(Path.GetRelativePath(ShippedRulebook.Folder, path), File.ReadAllBytes(path)))
            .ToList();
        yield return ("shipped", shipped, ["claim", "page", "the", "account", "again", "letters", "screen"]);
        foreach (var count in RuleCounts.All)
        {
            var rules = RuleGenerator.Make(count);
            var known = rules.Take(200).SelectMany(rule => rule.Example).SelectMany(piece => piece.Split(' ')).Distinct().ToArray();
            yield return (count.ToString("N0", CultureInfo.InvariantCulture), RuleFiles.Of(rules), known);
        }
    }

    private static Rulebook Load(IReadOnlyList<RuleFile> files, bool typos)
    {
        var set = typos ? files : [.. files.Select(WithoutTypos)];
        var result = Rulebook.TryLoad(set, new RulebookOptions(), TimeProvider.System);
        return result.Rulebook ?? throw new RulebookException("rules to measure with", result.Diagnostics);
    }

    // The first brace opens the set.
    private static RuleFile WithoutTypos(RuleFile file)
    {
        var json = Encoding.UTF8.GetString(file.Content.Span);
        return new RuleFile(file.Path, Encoding.UTF8.GetBytes(json.Insert(json.IndexOf('{') + 1, "\"typos\": false,")));
    }

    // Common words and a few of rules, with some that neither has.
    private static Issue[] Issues(IReadOnlyList<string> known, int unknown)
    {
        var random = new Random(3);
        var rest = Enumerable.Repeat(0, 4_000).Select(_ => MadeUp(random)).ToArray();
        return [.. Enumerable.Range(0, IssuesEach).Select(number => new Issue { Id = "a", Text = string.Join(' ', Text(number)) })];

        IEnumerable<string> Text(int number) =>
            Enumerable
                .Range(0, Words)
                .Select(place =>
                    place < unknown ? rest[random.Next(rest.Length)]
                    : place % 9 == 0 ? known[random.Next(known.Count)]
                    : Vocabulary.Fillers[random.Next(Vocabulary.Fillers.Length)]
                )
                .OrderBy(_ => random.Next());
    }

    // Two or three syllables, now and then with an ending.
    private static string MadeUp(Random random) =>
        string.Concat(
            Enumerable
                .Range(0, random.Next(2, 4))
                .Select(_ => $"{"bdfgklmnprstvz"[random.Next(14)]}{"aeiou"[random.Next(5)]}{"lmnrst"[random.Next(6)]}")
        ) + (random.Next(3) == 0 ? "y" : "");

    private static (double Off, double On, double Bytes) Compare(Rulebook off, Rulebook on, Issue[] issues)
    {
        Time(off, issues);
        Time(on, issues);
        var (best, bestOn, bytes) = (double.MaxValue, double.MaxValue, double.MaxValue);
        for (var pass = 0; pass < Passes; pass++)
        {
            best = Math.Min(best, Time(off, issues).Nanoseconds);
            var (nanoseconds, allocated) = Time(on, issues);
            (bestOn, bytes) = (Math.Min(bestOn, nanoseconds), Math.Min(bytes, allocated));
        }

        return (best, bestOn, bytes);
    }

    private static (double Nanoseconds, double Bytes) Time(Rulebook rulebook, Issue[] issues)
    {
        List<RuleReference> matches = new(64);
        var start = Stopwatch.GetTimestamp();
        var (processor, bytes, count) = (Environment.CpuUsage.TotalTime, GC.GetAllocatedBytesForCurrentThread(), 0);
        while (Stopwatch.GetElapsedTime(start) < Slice || count == 0)
        {
            foreach (var issue in issues)
            {
                matches.Clear();
                rulebook.FindMatches(issue, matches);
            }

            count += issues.Length;
        }

        return (
            (Environment.CpuUsage.TotalTime - processor).TotalNanoseconds / count,
            (double)(GC.GetAllocatedBytesForCurrentThread() - bytes) / count
        );
    }
}
