using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AutoResolve.Benchmarks.Conditions;
using AutoResolve.Benchmarks.Workloads;

namespace AutoResolve.Benchmarks.Engines.Hyperscan;

/// <summary>
/// Writes rules and texts as benchmarks/Hyperscan/harness.c reads them. All literals and regular expressions are patterns.
/// </summary>
internal sealed class HyperscanFile
{
    private readonly Dictionary<string, int> _patterns = new(StringComparer.Ordinal);
    private readonly List<string> _channels = [];

    public static void Write(Workload workload, string path)
    {
        var file = new HyperscanFile();
        var rules = workload.Rules.Select(file.Rule).ToList();
        using var stream = File.Create(path);
        WriteLines(stream, "patterns", file._patterns.OrderBy(pattern => pattern.Value).Select(pattern => pattern.Key));
        WriteLines(stream, "rules", rules);
        WriteLines(stream, "texts", workload.Issues.Select(file.Text));
    }

    private static void WriteLines(Stream stream, string section, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        var text = string.Create(CultureInfo.InvariantCulture, $"{section} {all.Count}\n{string.Join('\n', all)}\n");
        stream.Write(Encoding.ASCII.GetBytes(text));
    }

    private string Rule(BenchmarkRule rule)
    {
        var conditions = rule.When is AllOf all ? all.Conditions : [rule.When];

        // The rule is found by the part that texts have most rarely.
        var parts = conditions.OrderBy(Rank).Select(Part).ToList();
        return string.Create(CultureInfo.InvariantCulture, $"{Mask(rule.Channels)} {parts.Count} {string.Join(' ', parts)}");
    }

    private static int Rank(ICondition condition) =>
        condition switch
        {
            Pattern => 0,
            EveryWord => 1,
            NoneOf => 3,
            _ => 2,
        };

    private string Part(ICondition condition) =>
        condition switch
        {
            Pattern pattern => Ids('o', [pattern.Regex]),
            EveryWord every => Ids('a', every.Words.Select(Regex.Escape)),
            AnyPhrase any => Ids('o', any.Phrases.Select(Regex.Escape)),
            AnySubstring any => Ids('o', any.Strings.Select(Regex.Escape)),
            NoneOf { Condition: AnyPhrase none } => Ids('n', none.Phrases.Select(Regex.Escape)),
            _ => throw new NotSupportedException($"The harness has no {condition.GetType().Name}."),
        };

    private string Ids(char kind, IEnumerable<string> patterns)
    {
        var ids = patterns.Select(Id).ToList();
        return string.Create(CultureInfo.InvariantCulture, $"{kind} {ids.Count} {string.Join(' ', ids)}");
    }

    private int Id(string pattern)
    {
        if (!_patterns.TryGetValue(pattern, out var id))
            _patterns.Add(pattern, id = _patterns.Count);
        return id;
    }

    private string Text(Issue issue) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Mask(issue.Channel is { } channel ? [channel] : [])} {issue.Text.Length}\n{issue.Text}"
        );

    private int Mask(IEnumerable<string> channels)
    {
        var mask = 0;
        foreach (var channel in channels)
        {
            if (!_channels.Contains(channel))
                _channels.Add(channel);
            mask |= 1 << _channels.IndexOf(channel);
        }

        return mask;
    }
}
