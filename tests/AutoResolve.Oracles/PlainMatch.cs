using AutoResolve.Matching;

namespace AutoResolve.Oracles;

/// <summary>A rule that matches. What speaks for it is found by evaluating its conditions once more, when it is asked for.</summary>
internal sealed class PlainMatch(CompiledRule rule, Truth truth, MatchInput text, FactValues facts)
{
    private RuleMatch? _match;

    public CompiledRule Rule => rule;

    public Truth Truth => truth;

    public IReadOnlyList<Evidence> Evidence => Match.Evidence;

    public int Specificity => Match.Specificity;

    public IReadOnlyList<bool> Tried => Match.Tried;

    public IReadOnlyList<bool> Answered => Match.Answered;

    private RuleMatch Match => _match ??= RuleMatch.Of(rule, text, facts);
}
