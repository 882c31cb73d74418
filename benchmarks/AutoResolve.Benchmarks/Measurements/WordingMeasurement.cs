using System.Diagnostics;
using System.Globalization;
using System.Text;
using AutoResolve.Benchmarks.Running;
using AutoResolve.Benchmarks.Workloads;
using AutoResolve.Rules;
using AutoResolve.Sources;

namespace AutoResolve.Benchmarks.Measurements;

/// <summary>
/// What it costs clean English texts that phrases find other wordings, and that languages are read: the shipped rules with both, against
/// without, in turns.
/// </summary>
internal sealed class WordingMeasurement : IMeasurement
{
    private const int IssuesEach = 200;
    private const int Words = 45;
    private const double Most = 1.05;
    private const double MostBytes = 0.5;

    private static readonly int Passes = RunOptions.IsDry ? 1 : 40;
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(RunOptions.IsDry ? 1 : 50);

    public Measured Run()
    {
        var (off, on) = (Load(isOn: false), Load(isOn: true));
        var issues = Issues();
        var match = Compare(off, on, issues, FindMatches);
        var decide = Compare(off, on, issues, Decide);
        var table =
            "| clean English texts | off, ns | on, ns | ratio | bytes more |\n| --- | ---: | ---: | ---: | ---: |\n"
            + Row("match", match)
            + Row("decide", decide);
        List<string> missed = [];
        if (!RunOptions.IsDry && match.Ratio > Most)
            missed.Add(string.Create(CultureInfo.InvariantCulture, $"wordings cost {match.Ratio:N2}, at most {Most}"));
        if (!RunOptions.IsDry && match.Bytes > MostBytes)
            missed.Add(string.Create(CultureInfo.InvariantCulture, $"wordings allocate {match.Bytes:N1} bytes an issue"));
        return new Measured(table.TrimEnd(), new Dictionary<string, double>()) { Missed = missed };
    }

    private static string Row(string name, Cost cost) =>
        string.Create(CultureInfo.InvariantCulture, $"| {name} | {cost.Off:N0} | {cost.On:N0} | {cost.Ratio:N3} | {cost.Bytes:N1} |\n");

    private static Rulebook Load(bool isOn)
    {
        var files = Directory
            .EnumerateFiles(ShippedRulebook.Folder, "*.json", SearchOption.AllDirectories)
            .Select(path => (Path: path, Name: Path.GetRelativePath(ShippedRulebook.Folder, path).Replace('\\', '/')))
            .Where(file => RuleSourceFile.IsRuleFile(file.Name))
            .Select(file => new RuleFile(file.Name, File.ReadAllBytes(file.Path)))
            .ToList();
        var options = new RulebookOptions { FindsWordings = isOn, ReadLanguage = isOn };
        var result = Rulebook.TryLoad(files, options, TimeProvider.System);
        return result.Rulebook ?? throw new RulebookException("rules to measure with", result.Diagnostics);
    }

    private static Issue[] Issues()
    {
        var random = new Random(5);
        string[] known = ["claim", "page", "account", "letters", "screen", "message", "appointment", "sign"];
        return [.. Enumerable.Range(0, IssuesEach).Select(_ => new Issue { Id = "a", Text = Text(random, known) })];
    }

    private static string Text(Random random, string[] known)
    {
        var text = new StringBuilder();
        for (var word = 0; word < Words; word++)
            text.Append(word % 9 == 4 ? known[random.Next(known.Length)] : Vocabulary.Fillers[random.Next(Vocabulary.Fillers.Length)])
                .Append(word % 15 == 14 ? ". " : " ");
        return text.ToString();
    }

    private static void FindMatches(Rulebook rulebook, Issue issue, List<RuleReference> matches)
    {
        matches.Clear();
        rulebook.FindMatches(issue, matches);
    }

    private static void Decide(Rulebook rulebook, Issue issue, List<RuleReference> matches) => rulebook.Evaluate(issue).Decide();

    private static Cost Compare(Rulebook off, Rulebook on, Issue[] issues, Action<Rulebook, Issue, List<RuleReference>> work)
    {
        Time(off, issues, work);
        Time(on, issues, work);
        var (best, bestOn, bytes, bytesOn) = (double.MaxValue, double.MaxValue, double.MaxValue, double.MaxValue);
        for (var pass = 0; pass < Passes; pass++)
        {
            var (nanoseconds, allocated) = Time(off, issues, work);
            (best, bytes) = (Math.Min(best, nanoseconds), Math.Min(bytes, allocated));
            (nanoseconds, allocated) = Time(on, issues, work);
            (bestOn, bytesOn) = (Math.Min(bestOn, nanoseconds), Math.Min(bytesOn, allocated));
        }

        return new Cost(best, bestOn, bytesOn - bytes);
    }

    private static (double Nanoseconds, double Bytes) Time(
        Rulebook rulebook,
        Issue[] issues,
        Action<Rulebook, Issue, List<RuleReference>> work
    )
    {
        List<RuleReference> matches = new(64);
        var start = Stopwatch.GetTimestamp();
        var (processor, bytes, count) = (Environment.CpuUsage.TotalTime, GC.GetAllocatedBytesForCurrentThread(), 0);
        while (Stopwatch.GetElapsedTime(start) < Slice || count == 0)
        {
            foreach (var issue in issues)
                work(rulebook, issue, matches);
            count += issues.Length;
        }

        return (
            (Environment.CpuUsage.TotalTime - processor).TotalNanoseconds / count,
            (double)(GC.GetAllocatedBytesForCurrentThread() - bytes) / count
        );
    }

    private readonly record struct Cost(double Off, double On, double Bytes)
    {
        public double Ratio => On / Off;
    }
}
