using AutoResolve.Compiling;
using AutoResolve.Conversations;
using AutoResolve.Matching;
using AutoResolve.Rules;

namespace AutoResolve.Decisions;

/// <summary>What the words of a case say of what people who take over ask for, whether or not the rule that decided asks for it.</summary>
/// <param name="program">The rules. A question or a step that none of them has is not looked for.</param>
/// <param name="profile">How people talk.</param>
/// <param name="sets">The rule sets: a step that rules of several offer means the same whatever the problem is.</param>
/// <param name="forms">The forms in which teams take issues over.</param>
internal sealed class ToldInWords(
    RuleProgram program,
    ConversationProfile profile,
    IReadOnlyList<RuleSet> sets,
    IReadOnlyList<HandoverForm> forms
)
{
    private readonly string[] _fields =
    [
        .. forms
            .SelectMany(form => form.Sections)
            .Select(section => section.Field)
            .OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];
    private readonly Lazy<IReadOnlyList<CompiledQuestion>> _questions = new(() => QuestionsOf(program));
    private readonly Lazy<IReadOnlyList<(Step Step, CompiledCondition When)>> _steps = new(() => StepsOf(program, sets));

    /// <summary>
    /// The issue with what its text says in the fields of forms: answers to questions, and what an extractor called as the field finds.
    /// What was filled in stays.
    /// </summary>
    /// <param name="text">The issue.</param>
    /// <param name="decided">The rule that decided, whose questions count before those of others; null where none did.</param>
    public Issue Fill(MatchInput text, CompiledRule? decided)
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var question in (decided?.Ask ?? []).Concat(_questions.Value))
        {
            var field = question.Definition.Field;
            if (!found.ContainsKey(field) && IsOpen(question, text) && AnswerFinder.Find(question, text, profile) is { } answer)
                found.Add(field, answer);
        }

        foreach (var field in _fields.Where(field => !found.ContainsKey(field) && text.Field(field) is null))
        {
            if (Extracted(field, text) is { } value)
                found.Add(field, value);
        }

        return AnswerFinder.Fill(text.AsOneText, found);
    }

    /// <summary>The steps that the text says were tried, of those that rules of several sets offer.</summary>
    /// <param name="text">The issue.</param>
    /// <param name="facts">What is known of facts.</param>
    public IEnumerable<string> Tried(MatchInput text, FactValues facts) =>
        _steps.Value.Where(step => step.When.Evaluate(text, facts) == Truth.True).Select(step => step.Step.Id.Value);

    private string? Extracted(string name, MatchInput text)
    {
        foreach (var view in text.Views(TextPart.OwnWords))
        {
            if (profile.Find(name, view) is { } value)
                return value;
        }

        return null;
    }

    private static bool IsOpen(CompiledQuestion question, MatchInput text) =>
        !AnswerFinder.TakesReply(question) && !AnswerFinder.IsFilledIn(question, text);

    private static CompiledQuestion[] QuestionsOf(RuleProgram program) =>
        [.. program.Rules.SelectMany(rule => rule.Ask).DistinctBy(question => question.Definition.Field, StringComparer.OrdinalIgnoreCase)];

    private static List<(Step, CompiledCondition)> StepsOf(RuleProgram program, IReadOnlyList<RuleSet> sets)
    {
        var open = sets.SelectMany(set => set.Rules.SelectMany(rule => rule.Then.Steps).Distinct<Step>(ReferenceEqualityComparer.Instance))
            .GroupBy<Step, Step>(step => step, ReferenceEqualityComparer.Instance)
            .Where(offered => offered.Skip(1).Any())
            .Select(offered => offered.Key)
            .ToHashSet<Step>(ReferenceEqualityComparer.Instance);
        List<(Step, CompiledCondition)> steps = [];
        foreach (var rule in program.Rules)
        {
            for (var place = 0; place < rule.TriedWhen.Count && open.Count > 0; place++)
            {
                if (rule.TriedWhen[place] is { } when && open.Remove(rule.Rule.Then.Steps[place]))
                    steps.Add((rule.Rule.Then.Steps[place], when));
            }
        }

        return steps;
    }
}
