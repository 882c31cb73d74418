namespace AutoResolve.Rules.Linting;

/// <summary>The answer to a question is lost where its field has another name than the one that rules read.</summary>
internal sealed class MisspeltFieldLint : ILint
{
    public IEnumerable<Diagnostic> Check(LintContext context)
    {
        var questions = context.Sets.SelectMany(set => set.Questions).ToList();
        if (questions.Count == 0)
            yield break;

        // What another question fills is not what this one means.
        var readers = FieldReaders.OfRules(context.Sets);
        List<string> known = [.. readers.Names.Except(questions.Select(question => question.Field), StringComparer.OrdinalIgnoreCase)];
        foreach (var question in questions.Where(question => !readers.Reads(question.Field)))
        {
            if (Spelling.Closest(question.Field, known) is not { } meant)
                continue;
            yield return question.Name.Location.Report(
                LintCodes.MisspeltField,
                DiagnosticSeverity.Warning,
                $"The answer to '{question.Name.Value}' goes into the field '{question.Field}', which no rule reads; rules read '{meant}', "
                    + $"which no question fills. Correct \"field\".{Spelling.DidYouMean(meant)}",
                meant
            );
        }
    }
}
