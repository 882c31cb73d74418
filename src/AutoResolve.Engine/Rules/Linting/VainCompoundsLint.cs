using AutoResolve.Json;
using AutoResolve.Words.Inflection;

namespace AutoResolve.Rules.Linting;

/// <summary>Warns of <c>"compounds"</c> where no phrase is German.</summary>
internal sealed class VainCompoundsLint : ILint
{
    public IEnumerable<Diagnostic> Check(LintContext context)
    {
        foreach (var set in context.Sets)
        {
            var isGerman = IsGerman(set.Language, null);
            if (set.Options.Compounds && !isGerman && !set.Lists.Any(list => IsGerman(list.Language, set.Language)))
                yield return Report(set.Location);
            foreach (var list in set.Lists.Where(list => list.Options.Compounds && !IsGerman(list.Language, set.Language)))
                yield return Report(list.Name.Location);
        }

        bool IsGerman(Located<string>? own, Located<string>? around) =>
            WordLanguage.Of((own ?? around)?.Value ?? context.DefaultLocale) == WordLanguage.German;
    }

    private static Diagnostic Report(SourceLocation location) =>
        location.Report(
            LintCodes.DeadKey,
            DiagnosticSeverity.Warning,
            "\"compounds\" does nothing here: only German words are found in compounds. Remove it, or say \"language\": \"de\"."
        );
}
