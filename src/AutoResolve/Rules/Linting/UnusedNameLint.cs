using System.Text.RegularExpressions;
using AutoResolve.Rules.Model;

namespace AutoResolve.Rules.Linting;

/// <summary>A name that nothing uses is dead weight, or a sign that a rule misspells it.</summary>
internal sealed partial class UnusedNameLint : ILint
{
    public IEnumerable<Diagnostic> Check(LintContext context)
    {
        var lists = ListsUsed(context.Sets);
        var conditions = ConditionWalker.AllConditions(context.Sets).OfType<UseCondition>().Select(use => use.Name.Value).ToHashSet(StringComparer.Ordinal);
        var questions = context.LiveRules.SelectMany(rule => rule.Then.Ask).Select(asked => asked.Question.Value).ToHashSet(StringComparer.Ordinal);
        var actions = context.LiveRules.SelectMany(rule => rule.Then.Actions).ToList();
        var handlers = actions.Select(action => action.Handler.Value).ToHashSet(StringComparer.Ordinal);
        var contacts = ContactsPrinted(context, actions);
        foreach (var set in context.Sets)
        {
            var unused = set.Lists.Where(list => !lists.Contains(list.Name.Value)).Select(list => (Kind: "list", list.Name))
                .Concat(set.Conditions.Where(named => !conditions.Contains(named.Name.Value)).Select(named => (Kind: "condition", named.Name)))
                .Concat(set.Questions.Where(question => !questions.Contains(question.Name.Value)).Select(question => (Kind: "question", question.Name)))
                .Concat(set.Handlers.Where(handler => !handlers.Contains(handler.Name.Value)).Select(handler => (Kind: "handler", handler.Name)))
                .Concat(set.Contacts.Where(contact => !contacts.Contains(contact.Name.Value)).Select(contact => (Kind: "contact", contact.Name)));
            foreach (var (kind, name) in unused)
            {
                yield return name.Location.Report(
                    LintCodes.Unused,
                    set.Shared ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning,
                    $"Nothing uses the {kind} '{name.Value}'. Remove it, or check the spelling where it was meant to be used.");
            }
        }
    }

    private static HashSet<string> ContactsPrinted(LintContext context, IEnumerable<RuleAction> actions)
    {
        var texts = context.Texts.SelectMany(text => text.Texts).Select(text => text.Value)
            .Concat(actions.SelectMany(action => action.Templates));
        return texts.SelectMany(text => Contact().Matches(text.Value)).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
    }

    private static HashSet<string> ListsUsed(IReadOnlyList<RuleSet> sets)
    {
        var phrases = ConditionWalker.AllConditions(sets).SelectMany(ConditionWalker.PhrasesOf)
            .Concat(sets.SelectMany(set => set.Lists).SelectMany(list => list.Phrases));
        return phrases
            .SelectMany(phrase => phrase.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Where(chunk => chunk.StartsWith('@'))
            .Select(chunk => chunk[1..])
            .Append(NotForCustomersLint.OwnList)
            .ToHashSet(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"\bcontacts\s*\.\s*([A-Za-z0-9]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Contact();
}
