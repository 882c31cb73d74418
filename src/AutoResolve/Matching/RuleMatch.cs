namespace AutoResolve.Matching;

/// <summary>A rule whose condition holds, or may hold once facts are looked up (<see cref="Truth.Unknown"/>).</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Truth"><see cref="Truth.True"/> or <see cref="Truth.Unknown"/>.</param>
/// <param name="Evidence">Sorted: title, text, fields, facts, expression; by position, then pointer. No duplicates.</param>
/// <param name="Specificity">See "Which rule wins" in rules/docs/format.md; the scope's keys are counted in.</param>
internal sealed record RuleMatch(CompiledRule Rule, Truth Truth, IReadOnlyList<Evidence> Evidence, int Specificity)
{
    /// <summary>What is known of a rule: its truth, and all that speaks for it.</summary>
    public static RuleMatch Of(CompiledRule rule, IssueText text, FactValues facts)
    {
        var trace = rule.When.Trace(text, facts);
        return new RuleMatch(rule, trace.Truth, EvidenceCollector.Collect(trace), trace.Specificity + KeysOf(rule.Rule.Scope));
    }

    private static int KeysOf(Rules.Model.Scope scope) =>
        Key(scope.Channels) + Key(scope.Products) + Key(scope.Locales) + Key(scope.Tenants);

    private static int Key(IReadOnlyList<string> values) => values.Count > 0 ? 1 : 0;
}
