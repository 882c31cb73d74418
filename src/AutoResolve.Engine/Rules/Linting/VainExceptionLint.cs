using AutoResolve.Conditions;
using AutoResolve.Json;

namespace AutoResolve.Rules.Linting;

/// <summary>Warns of an exception that takes nothing away: it has no word of what it is to except, or it runs over the end of a sentence,
/// which no exception does, whatever is said of it; and of one that takes all of a phrase away.</summary>
internal sealed class VainExceptionLint : ILint
{
    public IEnumerable<Diagnostic> Check(LintContext context)
    {
        var phrases = new PhraseLists(context);
        var visible = new VisibleSets(context.Sets);
        return from set in context.Sets
            from condition in ConditionWalker.AllConditions([set]).OfType<TextCondition>()
            where condition.Except.Count > 0
            from diagnostic in Unrelated(set, condition, phrases)
                .Concat(All(set, condition, phrases))
                .Concat(Across(set, condition, visible))
                .Concat(AcrossWords(set, condition, phrases))
            select diagnostic;
    }

    private static IEnumerable<Diagnostic> Unrelated(RuleSet set, TextCondition condition, PhraseLists phrases)
    {
        var sought = phrases.Of(set, condition, Sought(condition));
        return from exception in phrases.Of(set, condition, condition.Except)
            where !sought.Any(phrase => PhraseCover.MayOverlap(phrase.Phrase, exception.Phrase))
            select exception.Written.Location.Report(
                LintCodes.VainException,
                DiagnosticSeverity.Warning,
                $"'{exception.Written.Value}' has no word of the phrases beside it, so it takes nothing away from them. Write the idiom "
                    + "with the word that is found in it."
            );
    }

    private static IEnumerable<Diagnostic> All(RuleSet set, TextCondition condition, PhraseLists phrases)
    {
        var sought = phrases.Of(set, condition, Sought(condition));
        foreach (var exception in phrases.Of(set, condition, condition.Except))
        {
            var taken = sought.Where(phrase => PhraseCover.IsIn(exception.Phrase, phrase.Phrase)).ToList();
            if (taken.Count == 0)
                continue;
            yield return exception.Written.Location.Report(
                LintCodes.TakesAll,
                DiagnosticSeverity.Warning,
                $"'{exception.Written.Value}' stands in '{taken[0].Written.Value}' itself, so that phrase never counts. Write the words "
                    + "around it that make it harmless, or take the phrase out."
            );
        }
    }

    private static IEnumerable<Diagnostic> Across(RuleSet set, TextCondition condition, VisibleSets visible)
    {
        var lists = visible
            .From(set)
            .SelectMany(other => other.Lists)
            .Where(list => list.Options.AcrossSentences)
            .Select(list => "@" + list.Name.Value)
            .ToHashSet(StringComparer.Ordinal);
        return from exception in condition.Except
            let list = PhraseCompiler.Chunks(exception.Value).FirstOrDefault(lists.Contains)
            where list is not null || PhraseCompiler.EndsSentence(exception.Value)
            select exception.Location.Report(
                LintCodes.VainException,
                DiagnosticSeverity.Warning,
                list is null
                    ? $"'{exception.Value}' runs over the end of a sentence, and no exception does, so it takes nothing away. Write the "
                        + "part of it that stands in one sentence with the word that is found."
                    : $"'{exception.Value}' takes nothing away over the end of a sentence, though {list} says \"acrossSentences\": no "
                        + "exception does. Name a list without it here."
            );
    }

    // Phrases of one word run over nothing: it is said for the exceptions, and does nothing for them.
    private static IEnumerable<Diagnostic> AcrossWords(RuleSet set, TextCondition condition, PhraseLists phrases)
    {
        if (condition.Options.AcrossSentences && phrases.Of(set, condition, Sought(condition)).All(phrase => phrase.Phrase.MaxWords == 1))
            yield return condition.Location.Report(
                LintCodes.DeadKey,
                DiagnosticSeverity.Warning,
                "\"acrossSentences\" does nothing here: the phrases have one word each, and no exception runs over the end of a sentence. "
                    + "Remove it."
            );
    }

    private static IEnumerable<Located<string>> Sought(TextCondition condition) => condition.PhrasesSought.Except(condition.Except);
}
