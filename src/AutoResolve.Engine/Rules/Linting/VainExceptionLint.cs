namespace AutoResolve.Rules.Linting;

/// <summary>Warns of an exception that has no word of what it is to except.</summary>
internal sealed class VainExceptionLint : ILint
{
    public IEnumerable<Diagnostic> Check(LintContext context)
    {
        var phrases = new PhraseLists(context);
        return from set in context.Sets
            from condition in ConditionWalker.AllConditions([set]).OfType<TextCondition>()
            where condition.Except.Count > 0
            let sought = phrases.Of(set, condition, condition.PhrasesSought.Except(condition.Except))
            from exception in phrases.Of(set, condition, condition.Except)
            where !sought.Any(phrase => PhraseCover.MayOverlap(phrase.Phrase, exception.Phrase))
            select exception.Written.Location.Report(
                LintCodes.VainException,
                DiagnosticSeverity.Warning,
                $"'{exception.Written.Value}' has no word of the phrases beside it, so it takes nothing away from them. Write the idiom with the word "
                    + "that is found in it."
            );
    }
}
