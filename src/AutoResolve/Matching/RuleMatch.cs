using AutoResolve.Rules.Model;

namespace AutoResolve.Matching;

/// <summary>A rule whose condition holds, or may hold once facts are looked up (<see cref="Truth.Unknown"/>). What speaks for it is found when first asked for.</summary>
/// <param name="rule">The rule.</param>
/// <param name="truth"><see cref="Truth.True"/> or <see cref="Truth.Unknown"/>.</param>
/// <param name="text">The issue. It is read when evidence is asked for.</param>
/// <param name="facts">The facts known so far.</param>
internal sealed class RuleMatch(CompiledRule rule, Truth truth, IssueText text, FactValues facts)
{
    private ConditionTrace? _trace;
    private IReadOnlyList<Evidence>? _evidence;

    public CompiledRule Rule => rule;

    public Truth Truth => truth;

    /// <summary>Sorted: title, text, fields, facts, expression; by position, then pointer. No duplicates.</summary>
    public IReadOnlyList<Evidence> Evidence => _evidence ??= EvidenceCollector.Collect(Trace);

    /// <summary>See "Which rule wins" in rules/docs/format.md; the scope's keys are counted in.</summary>
    public int Specificity => Trace.Specificity + KeysOf(rule.Rule.Scope);

    private ConditionTrace Trace => _trace ??= rule.When.Trace(text, facts);

    private static int KeysOf(Scope scope) => Key(scope.Channels) + Key(scope.Products) + Key(scope.Locales) + Key(scope.Tenants);

    private static int Key(IReadOnlyList<string> values) => values.Count > 0 ? 1 : 0;
}
