using AutoResolve.Words.Inflection;

namespace AutoResolve.Rules.Linting;

/// <summary>Whoever has no text in their language gets the default one, so it must exist; of a set that says its language, whose rules see
/// no issues in others, that one.</summary>
internal sealed class DefaultLocaleLint : ILint
{
    public IEnumerable<Diagnostic> Check(LintContext context)
    {
        foreach (var (text, ofSet) in context.TextsWithLanguage)
        {
            var language = ofSet is null ? context.DefaultLocale : WordLanguage.Of(ofSet);
            if (text.Texts.Any(entry => entry.Key.Equals(language, StringComparison.OrdinalIgnoreCase)))
                continue;
            var whose = ofSet is null
                ? "the language for everyone whose own language is missing"
                : "the language of its set, whose rules see no issues that are certainly in another";
            yield return text.Location.Report(
                LintCodes.MissingDefaultLocale,
                DiagnosticSeverity.Warning,
                $"This text has no '{language}', {whose}. Add \"{language}\"."
            );
        }
    }
}
