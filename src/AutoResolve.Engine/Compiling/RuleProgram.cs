using AutoResolve.Index;
using AutoResolve.Matching;

namespace AutoResolve.Compiling;

/// <summary>All rules of a rulebook, compiled.</summary>
internal sealed class RuleProgram
{
    private Dictionary<string, CompiledRule>? _byId;

    /// <summary>Retired rules are not among them. By id, ordinal.</summary>
    public required IReadOnlyList<CompiledRule> Rules { get; init; }

    /// <summary>The rule of an id; null where there is none, or it is retired.</summary>
    public CompiledRule? Find(string id) =>
        (_byId ??= Rules.ToDictionary(rule => rule.Rule.Id.Value, StringComparer.Ordinal)).GetValueOrDefault(id);

    /// <summary>Finds matching rules among those in shadow, suggest and active.</summary>
    public required IndexedMatcher Matcher { get; init; }

    /// <summary>The questions that a reply put, as the rules ask them now.</summary>
    public IEnumerable<CompiledQuestion> QuestionsOf(CaseReply reply)
    {
        var rule = reply.Rule is { } id ? Find(id) : null;
        return reply
            .Questions.Select(name => Find(rule?.Ask, name) ?? Find(Rules.SelectMany(other => other.Ask), name))
            .OfType<CompiledQuestion>();
    }

    private static CompiledQuestion? Find(IEnumerable<CompiledQuestion>? questions, string name) =>
        questions?.FirstOrDefault(question => question.Definition.Name.Value == name);
}
