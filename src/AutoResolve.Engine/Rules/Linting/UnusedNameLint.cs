using System.Text.RegularExpressions;
using AutoResolve.Json;
using AutoResolve.Operators.Classifiers;
using AutoResolve.Operators.Uses;

namespace AutoResolve.Rules.Linting;

/// <summary>A name that nothing uses is dead weight, or a sign that a rule misspells it.</summary>
internal sealed partial class UnusedNameLint : ILint
{
    public IEnumerable<Diagnostic> Check(LintContext context)
    {
        var lists = ListsUsed(context.Sets);
        var conditions = ConditionWalker
            .AllConditions(context.Sets)
            .OfType<UseCondition>()
            .Select(use => use.Name.Value)
            .ToHashSet(StringComparer.Ordinal);
        var classifiers = ConditionWalker
            .AllConditions(context.Sets)
            .OfType<ReadsCondition>()
            .Select(reads => reads.By.Value)
            .ToHashSet(StringComparer.Ordinal);
        var questions = context
            .LiveRules.SelectMany(rule => rule.Then.Ask)
            .Select(asked => asked.Question.Value)
            .ToHashSet(StringComparer.Ordinal);
        var steps = context.LiveRules.SelectMany(rule => rule.Then.Steps).ToHashSet<Step>(ReferenceEqualityComparer.Instance);
        var actions = context.LiveRules.SelectMany(rule => rule.Then.Actions).ToList();
        var handlers = actions.Select(action => action.Handler.Value).ToHashSet(StringComparer.Ordinal);
        var contacts = ContactsPrinted(context, actions);
        foreach (var set in context.Sets)
        {
            var unused = Unused("list", set.Lists.Select(list => list.Name), lists)
                .Concat(Unused("condition", set.Conditions.Select(named => named.Name), conditions))
                .Concat(Unused("classifier", set.Classifiers.Select(classifier => classifier.Name), classifiers))
                .Concat(Unused("question", set.Questions.Select(question => question.Name), questions))
                .Concat(set.Steps.Where(step => !steps.Contains(step)).Select(step => (Kind: "step", Name: step.Id)))
                .Concat(Unused("handler", set.Handlers.Select(handler => handler.Name), handlers))
                .Concat(Unused("contact", set.Contacts.Select(contact => contact.Name), contacts));
            if (set.None.Count > 0 && set.Rules.Count == 0)
                yield return NoneOfNothing(set);
            foreach (var (kind, name) in unused)
            {
                yield return name.Location.Report(
                    LintCodes.Unused,
                    set.Shared ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning,
                    $"Nothing uses the {kind} '{name.Value}'. Remove it, or check the spelling where it was meant to be used."
                );
            }
        }
    }

    private static Diagnostic NoneOfNothing(RuleSet set) =>
        set.None[0]
            .Name.Location.Report(
                LintCodes.Unused,
                DiagnosticSeverity.Warning,
                "The \"none\" of a set takes away the set's own rules, and this set has none. Put it into the sets whose rules are "
                    + "meant; what "
                    + "they have in common can be a condition here."
            );

    private static IEnumerable<(string Kind, Located<string> Name)> Unused(
        string kind,
        IEnumerable<Located<string>> names,
        HashSet<string> used
    ) => names.Where(name => !used.Contains(name.Value)).Select(name => (kind, name));

    private static HashSet<string> ContactsPrinted(LintContext context, IEnumerable<RuleAction> actions)
    {
        var texts = context
            .Texts.SelectMany(text => text.Texts)
            .Select(text => text.Value)
            .Concat(actions.SelectMany(action => action.Templates));
        return texts
            .Where(text => text.Value.Contains("contacts", StringComparison.Ordinal))
            .SelectMany(text => Contact().Matches(text.Value))
            .Select(match => match.Groups[1].Value)
            .ToHashSet(StringComparer.Ordinal);
    }

    private static HashSet<string> ListsUsed(IReadOnlyList<RuleSet> sets)
    {
        var phrases = ConditionWalker
            .AllConditions(sets)
            .SelectMany(condition => condition.PhrasesSought)
            .Concat(sets.SelectMany(set => set.Lists).SelectMany(list => list.Phrases));
        return phrases
            .Where(phrase => phrase.Value.Contains('@', StringComparison.Ordinal))
            .SelectMany(phrase => phrase.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Where(chunk => chunk.StartsWith('@'))
            .Select(chunk => chunk[1..])
            .Append(NotForCustomersLint.OwnList)
            .ToHashSet(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"\bcontacts\s*\.\s*([A-Za-z0-9]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Contact();
}
