using System.Globalization;
using AutoResolve.Cli.Json;
using AutoResolve.Cli.Rendering;
using AutoResolve.Decisions;
using AutoResolve.Matching;
using AutoResolve.Testing;

namespace AutoResolve.Cli.Resolving;

/// <summary>Says what one rule makes of an issue.</summary>
internal sealed class RuleInspector(Rulebook rulebook, RulebookOptions options, FactValues facts, TimeProvider time)
{
    private static readonly int MaxTextLength = new AutoResolveOptions().MaxTextLength;

    /// <returns>The rule's condition for the issue; null for a retired rule.</returns>
    public ConditionTrace? Trace(string ruleId, Issue issue) =>
        Find(ruleId) is { } rule ? ConditionTracer.Trace(rule, Prepare(issue), facts) : null;

    public RuleVerdict Inspect(RuleReference reference, Issue issue)
    {
        if (Find(reference.Id) is not { } rule)
            return new RuleVerdict(reference, "is retired: its id is kept, and it never matches", [], null);
        var text = Prepare(issue);
        var trace = ConditionTracer.Trace(rule, text, facts);
        var stops = Stops(rule, text).ToList();
        var condition = trace.Truth switch
        {
            Truth.True => "its condition holds",
            Truth.False => "its condition does not hold",
            _ => "its condition waits for a fact that is not known",
        };
        return new RuleVerdict(reference, stops.Count == 0 ? condition : $"{condition}, and it cannot win here", stops, trace);
    }

    private IEnumerable<string> Stops(CompiledRule compiled, MatchInput text)
    {
        var rule = compiled.Rule;
        if (!compiled.InScope(text))
            yield return $"out of scope: {ScopeText.Missed(rule.Scope, text)}";
        if (rule.Also)
            yield return "it only adds tags and a note to what wins";
        if (rule.Status is not RuleStatus.Active)
        {
            var meaning = rule.Status is RuleStatus.Suggest ? ": it only proposes to a person" : "";
            yield return $"its status is {rule.Status.ToString().ToLowerInvariant()}{meaning}";
        }

        var standing = EligibilityRules.Judge(rule, text.Issue, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        if (standing == Eligibility.NotYet)
            yield return string.Create(CultureInfo.InvariantCulture, $"its first day is {rule.From!.Value.Value:yyyy-MM-dd}");
        if (standing == Eligibility.Expired)
            yield return string.Create(CultureInfo.InvariantCulture, $"its last day was {rule.Until!.Value.Value:yyyy-MM-dd}");
        if (standing == Eligibility.NotRolledOut)
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"it is rolled out to {rule.Rollout!.Percent} % by {JsonOutput.Name(rule.Rollout.By)}, and this issue is not among them"
            );
    }

    private CompiledRule? Find(string id) => rulebook.Program.Rules.FirstOrDefault(rule => rule.Reference.Id == id);

    private MatchInput Prepare(Issue issue) => MatchInput.Prepare(issue, options.DefaultLocale, MaxTextLength);
}
