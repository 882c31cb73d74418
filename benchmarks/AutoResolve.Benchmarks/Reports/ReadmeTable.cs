using System.Globalization;
using System.Text;

namespace AutoResolve.Benchmarks.Reports;

/// <summary>The table of the repository's README.</summary>
internal static class ReadmeTable
{
    private const string Type = nameof(MatchingBenchmarks);
    private const string Own = nameof(MatchingBenchmarks.AutoResolve);

    private static readonly int[] Counts = [100, 1_000, 10_000, 100_000];

    public static string Of(Run run)
    {
        var table = new StringBuilder();
        Add(
            table,
            "One issue of 300 characters (median), one thread",
            Counts.Select(count => count.ToString("N0", CultureInfo.InvariantCulture) + " rules")
        );
        table.AppendLine("| --- | ---: | ---: | ---: | ---: |");
        AddRatios("times faster than Microsoft RulesEngine, `ExecuteAllRulesAsync`", nameof(MatchingBenchmarks.RulesEngine));
        AddRatios("times faster than its compiled expressions, called in a loop", nameof(MatchingBenchmarks.RulesEngineDelegates));
        AddRatios("times faster than a hand-written loop", nameof(MatchingBenchmarks.HandWrittenLoop));
        AddRatios("times faster than evaluating every rule (`PlainMatcher`)", nameof(MatchingBenchmarks.EveryRule));
        Add(table, "cost of an issue, in times of that at 100 rules", Counts.Select(count => Number(Growth(Type, count), "0.0")));
        Add(
            table,
            "the same where each issue matches one rule",
            Counts.Select(count => Number(Growth(nameof(OneMatchBenchmarks), count), "0.0"))
        );
        Add(
            table,
            "bytes allocated where no rule matches",
            Counts.Select(count => Number(run.Bytes(nameof(NoMatchBenchmarks), Own, count), "#,0"))
        );
        Add(table, "microseconds an issue", Counts.Select(count => Number(run.Time(Type, Own, count) / 1_000, "#,0.00")));
        return table.ToString();

        void AddRatios(string name, string method) =>
            Add(table, name, Counts.Select(count => Number(run.Time(Type, method, count) / run.Time(Type, Own, count), "#,0")));

        double? Growth(string type, int count) => run.Time(type, Own, count) / run.Time(type, Own, Counts[0]);
    }

    private static void Add(StringBuilder table, string name, IEnumerable<string> cells) =>
        table.Append("| ").AppendJoin(" | ", [name, .. cells]).AppendLine(" |");

    private static string Number(double? number, string format) => number?.ToString(format, CultureInfo.InvariantCulture) ?? "";
}
