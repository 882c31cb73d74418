namespace AutoResolve.Rules.Linting;

/// <summary>Waiting for an answer is worth it only where the answer changes what is done.</summary>
internal sealed class WaitsInVainLint : ILint
{
    public IEnumerable<Diagnostic> Check(LintContext context)
    {
        var readers = new Lazy<FieldReaders>(() => FieldReaders.OfRules(context.Sets));
        return from found in context.Questions
            where found.Asked.IsBlocking && !readers.Value.Reads(found.Question.Field)
            select found.Asked.Question.Location.Report(
                LintCodes.WaitsInVain,
                DiagnosticSeverity.Warning,
                $"The case waits for the answer to '{found.Asked.Question.Value}', but no condition and no "
                    + $"template of a rule reads its field '{found.Question.Field}', so nothing depends on it. "
                    + "Remove \"blocking\": the question is then asked while the case goes on."
            );
    }
}
