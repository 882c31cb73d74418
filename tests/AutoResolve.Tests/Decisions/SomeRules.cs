using System.Text;
using AutoResolve.Budgets;
using AutoResolve.Decisions;
using AutoResolve.Matching;
using AutoResolve.Rules;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Tests.Decisions;

/// <summary>Rulebooks for the tests of decisions, through the same loading as in life.</summary>
internal static class SomeRules
{
    public const string Route = """{ "outcome": "route", "team": "payments" }""";

    public static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    public static string Rule(
        string id,
        string then = Route,
        string when = """{ "anyOf": ["alpha"] }""",
        string status = "active",
        string more = ""
    ) =>
        $$"""
            { "id": "{{id}}", "title": "About {{id}}", "type": "t/{{id}}", "status": "{{status}}", {{more}} "when": {{when}},
              "then": {{then}} }
            """;

    /// <summary>One set with these rules; <paramref name="more"/> are further keys of the set.</summary>
    public static RuleFile Set(string name, string more, params string[] rules) =>
        File(
            $"{name}.json",
            $$"""{ "set": "{{name}}", "title": "Set {{name}}", "owner": "support", {{more}} "rules": [ {{string.Join(",\n", rules)}} ] }"""
        );

    public static RuleFile File(string path, string json) => new(path, Encoding.UTF8.GetBytes(json));

    public static Rulebook Load(params string[] rules) => Load(Set("one", "", rules));

    public static Rulebook Load(params RuleFile[] files)
    {
        var result = TryLoad(files);
        Assert.True(result.Rulebook is not null, string.Join('\n', result.Diagnostics));
        return result.Rulebook!;
    }

    public static RulebookLoadResult TryLoad(params RuleFile[] files) =>
        Rulebook.TryLoad(files, new RulebookOptions(), new FakeTimeProvider(Now));

    /// <summary>The errors of a set with these rules, one a line.</summary>
    public static string Errors(params string[] rules) =>
        string.Join('\n', TryLoad(Set("one", "", rules)).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

    public static Resolution Decide(this Rulebook rulebook, string text) => rulebook.Decide(Issue(text));

    public static Explanation Explain(this Rulebook rulebook, string text) => rulebook.Explain(Issue(text));

    public static Resolution Decide(
        this Rulebook rulebook,
        Issue issue,
        IReadOnlyDictionary<string, string?>? facts = null,
        AnswerFormat format = AnswerFormat.PlainText,
        DateOnly? today = null
    ) => rulebook.Decision(issue, facts, format, today).Resolution;

    public static Handover HandOver(this Rulebook rulebook, Issue issue, HandoverFormBuilder? forms = null) =>
        rulebook.Decision(issue, forms: forms).HandOver();

    private static Decision Decision(
        this Rulebook rulebook,
        Issue issue,
        IReadOnlyDictionary<string, string?>? facts = null,
        AnswerFormat format = AnswerFormat.PlainText,
        DateOnly? today = null,
        HandoverFormBuilder? forms = null
    )
    {
        var values = facts is null ? FactValues.None : new FactValues(facts);
        var day = today ?? DateOnly.FromDateTime(Now.UtcDateTime);
        return rulebook.Decider.Decide(
            rulebook.Reader.Read(issue, day, values, "en", 100_000, new WorkBudget()) with
            {
                Format = format,
                Forms = forms,
            }
        );
    }

    public static Issue Issue(
        string text,
        string? channel = null,
        string? locale = null,
        string? requester = null,
        string[]? tried = null,
        params (string Name, string Value)[] fields
    ) =>
        new()
        {
            Id = "issue-1",
            Text = text,
            Channel = channel,
            Locale = locale,
            Requester = requester,
            Tried = tried ?? [],
            Fields = fields.ToDictionary(field => field.Name, field => field.Value),
        };
}
