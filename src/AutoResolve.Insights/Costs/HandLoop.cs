using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Insights.Costs;

/// <summary>Rules as a loop over strings and compiled regular expressions.</summary>
internal sealed class HandLoop
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    private readonly List<Func<string, bool>> _tests = [];

    /// <param name="rules">The rules; those that it cannot express are left out.</param>
    public HandLoop(IEnumerable<RuleShape> rules)
    {
        foreach (var rule in rules)
        {
            if (rule.Json["rows"] is not null || rule.Json["scope"] is not null || Test(rule.Json["when"], rule.Set) is not { } test)
                continue;
            _tests.Add(test);
            Covered.Add(rule);
        }
    }

    public List<RuleShape> Covered { get; } = [];

    /// <returns>How many rules hold.</returns>
    public int Find(Issue issue)
    {
        var found = 0;
        foreach (var test in _tests)
            found += test(issue.Text) ? 1 : 0;
        return found;
    }

    // Null where there is anything that a loop over strings would read otherwise.
    private static Func<string, bool>? Test(JToken? condition, SetNames names)
    {
        if (condition is not JObject json || json.Count == 0)
            return null;
        List<Func<string, bool>> tests = [];
        foreach (var part in json.Properties())
        {
            if (Test(part, names) is not { } test)
                return null;
            tests.Add(test);
        }

        return All(tests);
    }

    private static Func<string, bool>? Test(JProperty part, SetNames names) =>
        part.Name switch
        {
            "all" when Tests(part.Value, names) is { } tests => All(tests),
            "any" when Tests(part.Value, names) is { } tests => Any(tests),
            "none" when Tests(part.Value, names) is { } tests && Any(tests) is var any => text => !any(text),
            "use" => Test(names.Condition((string?)part.Value ?? ""), names),
            "anyOf" or "contains" when Strings(part.Value, names) is { } tests => Any(tests),
            "allOf" when Strings(part.Value, names) is { } tests => All(tests),
            "regex" when (string?)part.Value is { } pattern => Pattern(pattern),
            _ => null,
        };

    private static List<Func<string, bool>>? Tests(JToken conditions, SetNames names)
    {
        var tests = (conditions as JArray)?.Select(condition => Test(condition, names)).ToList();
        return tests is null || tests.Contains(null) ? null : [.. tests.Select(test => test!)];
    }

    private static List<Func<string, bool>>? Strings(JToken phrases, SetNames names)
    {
        List<Func<string, bool>> tests = [];
        foreach (var phrase in (phrases as JArray ?? []).Select(phrase => (string?)phrase ?? ""))
        {
            if (!phrase.Contains('@', StringComparison.Ordinal))
                tests.Add(text => text.Contains(phrase.TrimStart('='), StringComparison.OrdinalIgnoreCase));
            else if (phrase[0] == '@' && names.IsPlain(phrase[1..]) && Strings(names.List(phrase[1..])!, names) is { } ofList)
                tests.Add(Any(ofList));
            else
                return null;
        }

        return tests;
    }

    private static Func<string, bool>? Pattern(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Compiled, Timeout).IsMatch;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static Func<string, bool> All(List<Func<string, bool>> tests)
    {
        Func<string, bool>[] all = [.. tests];
        return text =>
        {
            foreach (var test in all)
            {
                if (!test(text))
                    return false;
            }

            return true;
        };
    }

    private static Func<string, bool> Any(List<Func<string, bool>> tests)
    {
        Func<string, bool>[] all = [.. tests];
        return text =>
        {
            foreach (var test in all)
            {
                if (test(text))
                    return true;
            }

            return false;
        };
    }
}
