using AutoResolve.Rules;

namespace AutoResolve.Conditions;

/// <summary>What the names in one set stand for: its own lists, conditions, classifiers, questions and facts, and those shared.</summary>
internal sealed class SetNames
{
    /// <param name="visible">The set, and the shared ones.</param>
    public SetNames(IReadOnlyList<RuleSet> visible)
    {
        Lists = Index(visible.SelectMany(other => other.Lists.Select(list => (list.Name.Value, (Owner: other, Item: list)))));
        Conditions = Index(visible.SelectMany(other => other.Conditions.Select(named => (named.Name.Value, (Owner: other, Item: named)))));
        Classifiers = visible
            .SelectMany(other => other.Classifiers)
            .DistinctBy(classifier => classifier.Name.Value)
            .ToDictionary(classifier => classifier.Name.Value, StringComparer.Ordinal);
        Questions = Index(
            visible.SelectMany(other => other.Questions.Select(question => (question.Name.Value, (Owner: other, Item: question))))
        );
        Facts = visible.SelectMany(other => other.Facts).Select(fact => fact.Name.Value).ToHashSet(StringComparer.Ordinal);
    }

    public IReadOnlyDictionary<string, (RuleSet Owner, PhraseList Item)> Lists { get; }

    public IReadOnlyDictionary<string, (RuleSet Owner, NamedCondition Item)> Conditions { get; }

    public IReadOnlyDictionary<string, Classifier> Classifiers { get; }

    public IReadOnlyDictionary<string, (RuleSet Owner, QuestionDefinition Item)> Questions { get; }

    public IReadOnlySet<string> Facts { get; }

    // A name given twice is an error of its own, found when the files are read; here the first counts.
    private static Dictionary<string, T> Index<T>(IEnumerable<(string Name, T Item)> items)
    {
        var index = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var (name, item) in items)
            index.TryAdd(name, item);
        return index;
    }
}
