using AutoResolve.Matching.Conditions;
using AutoResolve.Matching.Expressions;
using AutoResolve.Matching.Patterns;
using AutoResolve.Matching.Requirements;
using AutoResolve.Matching.Values;

namespace AutoResolve.Matching.Indexing;

/// <summary>What conditions that read raw text require of its words, as terms.</summary>
/// <param name="lexicon">Takes the terms.</param>
/// <param name="patterns">What each pattern requires.</param>
internal sealed class RunTerms(LexiconBuilder lexicon, IReadOnlyDictionary<string, RunRequirement?> patterns)
{
    // Longer parts of words would hardly be rarer.
    private const int MaxPartLength = 4;

    private readonly Dictionary<CompiledCondition, IReadOnlyList<IReadOnlyList<int>>> _terms = new(ReferenceEqualityComparer.Instance);

    /// <returns>Alternatives, each terms that must all be there; null where nothing is known to be required.</returns>
    public IReadOnlyList<IReadOnlyList<int>>? Of(CompiledCondition leaf) => _terms.GetValueOrDefault(leaf);

    /// <returns>Whether the condition requires any.</returns>
    public bool Add(CompiledCondition leaf)
    {
        if (RequirementOf(leaf) is not { } requirement)
            return false;
        _terms.TryAdd(leaf, [.. requirement.Alternatives.Select(runs => (IReadOnlyList<int>)[.. runs.Select(TermOf).Distinct()])]);
        return true;
    }

    private RunRequirement? RequirementOf(CompiledCondition leaf) => leaf switch
    {
        TextLeaf text => RequirementOf(text.Pattern),
        FieldLeaf { Test: PatternValueTest test } => RequirementOf(test.Pattern),
        FieldLeaf { Test: StringValueTest test } => RunRequirement.Any(test.Values.Select(RunRequirement.OfString)),
        ExpressionLeaf expression => expression.Expression.Runs,
        _ => null,
    };

    private RunRequirement? RequirementOf(TextPattern pattern) => pattern switch
    {
        ContainsPattern contains => RunRequirement.Any(contains.Strings.Select(RunRequirement.OfString)),
        RegexPattern regex => patterns.GetValueOrDefault(regex.Regex.Pattern),
        _ => null,
    };

    private int TermOf(RequiredRun run) => (run.IsStart, run.IsEnd) switch
    {
        (true, true) => lexicon.UseExact(run.Text),
        (true, false) => lexicon.UsePrefix(run.Text),
        _ => lexicon.UsePart(RarestPart(run.Text)),
    };

    private string RarestPart(string text) => text.Length <= MaxPartLength
        ? text
        : Enumerable.Range(0, text.Length - MaxPartLength + 1).Select(start => text.Substring(start, MaxPartLength)).MinBy(lexicon.UsesOfPart)!;
}
