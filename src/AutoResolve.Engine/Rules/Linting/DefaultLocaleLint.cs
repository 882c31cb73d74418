namespace AutoResolve.Rules.Linting;

/// <summary>Whoever has no text in their language gets the default one, so it must exist.</summary>
internal sealed class DefaultLocaleLint : ILint
{
    public IEnumerable<Diagnostic> Check(LintContext context)
    {
        foreach (var text in context.Texts)
        {
            if (text.Texts.Any(entry => entry.Key.Equals(context.DefaultLocale, StringComparison.OrdinalIgnoreCase)))
                continue;
            yield return text.Location.Report(
                LintCodes.MissingDefaultLocale,
                DiagnosticSeverity.Warning,
                $"This text has no '{context.DefaultLocale}', the language for everyone whose own language is "
                    + $"missing. Add \"{context.DefaultLocale}\"."
            );
        }
    }
}
