using System.Collections.Frozen;

namespace AutoResolve.Rules;

/// <summary>
/// Which fields of an issue the rules can read: in conditions, questions, templates, expressions and forms of teams. Rather one too many
/// than one too few.
/// </summary>
internal sealed class FieldReaders
{
    private readonly FrozenSet<string> _names;
    private readonly IReadOnlyList<string> _texts;

    public FieldReaders(IReadOnlyList<RuleSet> sets)
        : this(sets, rulesOnly: false) { }

    private FieldReaders(IReadOnlyList<RuleSet> sets, bool rulesOnly)
    {
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        List<string> texts = [];
        foreach (var set in sets)
        {
            foreach (var condition in set.Conditions.Concat(set.None))
                Read(condition.Condition, names, texts);
            foreach (var rule in set.Rules.Where(rule => !rulesOnly || rule.Status != RuleStatus.Retired))
                Read(rule, names, texts);
            if (rulesOnly)
                continue;
            foreach (var question in set.Questions)
            {
                names.Add(question.Field);
                Read(question.AnsweredWhen, names, texts);
                foreach (var text in question.Texts)
                    Read(text, texts);
            }

            names.UnionWith(set.Desk?.Forms.SelectMany(form => form.Sections).Select(section => section.Field).OfType<string>() ?? []);
        }

        (_names, _texts) = (names.ToFrozenSet(StringComparer.OrdinalIgnoreCase), [.. texts.Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>What the rules in use read, without the questions that ask for it and the forms that show it.</summary>
    public static FieldReaders OfRules(IReadOnlyList<RuleSet> sets) => new(sets, rulesOnly: true);

    /// <summary>The fields that conditions name.</summary>
    public IEnumerable<string> Names => _names;

    /// <summary>Whether a rule or a question may read a field.</summary>
    public bool Reads(string field) =>
        _names.Contains(field) || _texts.Any(text => text.Contains(field, StringComparison.OrdinalIgnoreCase));

    private static void Read(Rule rule, HashSet<string> names, List<string> texts)
    {
        Read(rule.When, names, texts);
        Read(rule.Then.Answer, texts);
        Read(rule.Then.AnswerToAgent, texts);
        foreach (var step in rule.Then.Steps)
        {
            Read(step.TriedWhen, names, texts);
            Read(step.Say, texts);
            Read(step.SayToAgent, texts);
        }

        texts.AddRange(rule.Then.Actions.SelectMany(action => action.Templates).Select(template => template.Value).Where(IsTemplate));
    }

    private static void Read(Condition? condition, HashSet<string> names, List<string> texts)
    {
        if (condition is null)
            return;
        if (condition.FieldRead is { } field)
            names.Add(field);
        if (condition.Code is { } code)
            texts.Add(code);
        foreach (var part in condition.Inside)
            Read(part, names, texts);
    }

    private static void Read(LocalizedText? text, List<string> texts) =>
        texts.AddRange(text?.Texts.Select(each => each.Value.Value).Where(IsTemplate) ?? []);

    private static bool IsTemplate(string text) =>
        text.Contains("{{", StringComparison.Ordinal) || text.Contains("{%", StringComparison.Ordinal);
}
