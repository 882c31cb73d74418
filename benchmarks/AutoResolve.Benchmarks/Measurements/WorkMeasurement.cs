using System.Globalization;
using System.Text;
using AutoResolve.Benchmarks.Running;
using AutoResolve.Benchmarks.Workloads;
using AutoResolve.Rules;

namespace AutoResolve.Benchmarks.Measurements;

/// <summary>What a text of the maximum length costs under rules that cost as much as they can, and under the shipped ones.</summary>
internal sealed class WorkMeasurement : IMeasurement
{
    private const int Length = 100_000;
    private const int Rules = 100;
    private const double MaxMilliseconds = 250;
    private const int MaskedShown = 3;

    private static readonly int Passes = RunOptions.IsDry ? 1 : 5;

    // Of each the condition of many rules, and the text that keeps it busy. "#" is the number of the rule, by which the index finds it.
    private static readonly (string Name, string When, string Piece)[] Hostile =
    [
        ("counted repeats", """{ "regex": "([ab]{1,40}c?){6}q#" }""", "ab"),
        ("counted repeats that lint passes", """{ "regex": "[ab]{1,35}q#" }""", "ab"),
        ("repeats of what may be empty", """{ "regex": "(?:(a?b?){1,20}c?){4}q#$" }""", "ab"),
        ("letters of Unicode", """{ "regex": "\\p{L}{1,35} q# !" }""", "привет"),
        ("alternatives in a loop", """{ "regex": "\\b(?:a|b|aa|ab|ba|bb)*\\b[^?\\n]*\\b(?:but|however|except|zz#)\\b" }""", "ab ba "),
        ("contains, ASCII", """{ "contains": ["a a a a a a a a zz#"] }""", "a "),
        ("contains, other letters", """{ "contains": ["éééééééééééééééééééééééééé#"] }""", "é"),
        ("near", """{ "near": [ "a", "a a", "a a a", "a b", "b a", "b", "a a b", "zz#" ], "within": 1 }""", "a a b zz# "),
        ("near that nothing is", """{ "near": [ "a", "a a", "a b", "b", "zz" ], "within": 1, "in": "text" }""", "a a b . zz. "),
        ("phrases of many words", """{ "anyOf": ["a a a a a a a a a b zz#", "a b a b a b a b zz#"] }""", "a b zz# "),
        ("a list of many phrases", """{ "allOf": ["@list @list zz#"] }""", "a b zz# "),
        ("exceptions", """{ "anyOf": ["a"], "except": ["@list zz#"] }""", "a b "),
        ("words", """{ "anyOf": ["a"] }""", "a "),
        ("fields", """{ "field": "f", "regex": "([ab]{1,30}c?)q$" }""", "ab"),
    ];

    public Measured Run()
    {
        var table = new StringBuilder("| rules | text | ms | million steps | decided |\n| --- | --- | ---: | ---: | --- |\n");
        List<string> missed = [];
        foreach (var (name, when, piece) in Hostile)
            Add($"{Rules} and as many guards of {name}", piece, Load(when), Issue(piece));
        var shipped = ShippedRulebook.Loaded;
        foreach (var (name, text) in Texts())
            Add("shipped", name, shipped, IssueOf(text));
        foreach (var (name, milliseconds) in Masked(shipped.Redactor))
            AddRow("what is written down is masked", name, milliseconds, "", "");
        return new Measured(table.ToString().TrimEnd(), new Dictionary<string, double>()) { Missed = missed };

        void Add(string rules, string text, Rulebook rulebook, Issue issue)
        {
            var (milliseconds, steps, reason) = Time(rulebook, issue);
            AddRow(rules, text, milliseconds, (steps / 1_000_000.0).ToString("N2", CultureInfo.InvariantCulture), $"{reason}");
        }

        void AddRow(string rules, string text, double milliseconds, string steps, string reason)
        {
            table.Append(
                CultureInfo.InvariantCulture,
                $"| {rules} | {text.ReplaceLineEndings(" ")} | {milliseconds:N1} | {steps} | {reason} |\n"
            );
            if (!RunOptions.IsDry && milliseconds > MaxMilliseconds)
                missed.Add(
                    string.Create(CultureInfo.InvariantCulture, $"{rules}, {text}: {milliseconds:N0} ms, at most {MaxMilliseconds}")
                );
        }
    }

    private static IEnumerable<(string Name, string Text)> Texts() =>
        [
            ("ordinary", HostileTexts.Ordinary),
            ("starts of phrases", HostileTexts.StartsOfPhrases),
            ("every word of rules", HostileTexts.EveryRuleWord),
            ("digits", HostileTexts.Digits),
            ("error", Repeat("error ")),
            ("works but", Repeat("it works now but see in ")),
            ("wants a person", Repeat("i want to talk to a person about ")),
            ("thanks", Repeat("ok thanks, ")),
            ("punctuation", HostileTexts.Punctuation),
            ("disguises of nothing", Repeat("zq**x ")),
            ("disguised words", Repeat("k1ll ")),
            ("words in one", Repeat("ofthewhichandthenwithqzfromthem ")),
        ];

    // Masking is charged to no budget: nothing may stay that is somebody's. So it has to be cheap, whatever is masked.
    private static IEnumerable<(string Name, double Milliseconds)> Masked(IRedactor redactor) =>
        PersonalPieces
            .All.Take(RunOptions.IsDry ? 1 : int.MaxValue)
            .Select(piece => (Name: piece, Milliseconds: Time(redactor, Repeat(piece))))
            .OrderByDescending(row => row.Milliseconds)
            .Take(MaskedShown);

    private static double Time(IRedactor redactor, string text)
    {
        var best = double.MaxValue;
        for (var pass = 0; pass < 3; pass++)
        {
            var before = Environment.CpuUsage.TotalTime;
            redactor.Redact(text);
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
        }

        return best;
    }

    private static Rulebook Load(string when)
    {
        var list = string.Join(
            ", ",
            Enumerable.Range(2, 1_000).Select(number => $"\"{Convert.ToString(number, 2).Replace("0", "a ").Replace("1", "b ").Trim()}\"")
        );
        var rules = Enumerable
            .Range(0, Rules)
            .Select(number =>
                $$"""
                    { "id": "r.{{number}}", "title": "R", "type": "t/t", "status": "active", "when": {{when.Replace("#", $"{number}")}},
                      "then": { "outcome": "route", "team": "t" } }
                    """
            );
        var json =
            $$"""{ "set": "r", "title": "R", "owner": "t", "lists": { "list": [{{list}}] }, "rules": [ {{string.Join(", ", rules)}} ] }""";
        var guards = json.Replace("\"set\": \"r\"", "\"set\": \"g\", \"guard\": true").Replace("\"r.", "\"g.").Replace("route", "escalate");
        RuleFile[] files = [new("r.json", Encoding.UTF8.GetBytes(json)), new("g.json", Encoding.UTF8.GetBytes(guards))];
        var result = Rulebook.TryLoad(files, new RulebookOptions(), TimeProvider.System);
        return result.Rulebook ?? throw new RulebookException("rules to measure with", result.Diagnostics);
    }

    private static Issue Issue(string piece)
    {
        var words = string.Concat(Enumerable.Range(0, Rules).Select(number => $"zz{number} q{number} "));
        var numbers = string.Concat(Enumerable.Range(0, Rules).Select(number => piece.Replace("#", $"{number}")));
        return IssueOf((words + Repeat(numbers))[..Length]) with { Fields = new Dictionary<string, string> { ["f"] = Repeat(piece) } };
    }

    private static Issue IssueOf(string text) => new() { Id = "hostile", Text = text };

    // The time of the processor: others may have it in between.
    private static (double Milliseconds, long Steps, ResolutionReason Reason) Time(Rulebook rulebook, Issue issue)
    {
        var (best, steps, reason) = (double.MaxValue, 0L, ResolutionReason.Unexpected);
        for (var pass = 0; pass < Passes; pass++)
        {
            var before = Environment.CpuUsage.TotalTime;
            var evaluation = rulebook.Evaluate(issue);
            var decision = evaluation.Decide();
            decision.Whole();
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
            (steps, reason) = (evaluation.WorkTaken, decision.Resolution.Reason);
        }

        return (best, steps, reason);
    }

    private static string Repeat(string piece)
    {
        var text = new StringBuilder(Length + piece.Length);
        while (text.Length < Length)
            text.Append(piece);
        return text.ToString(0, Length);
    }
}
