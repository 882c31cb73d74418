using AutoResolve.Rules.Reading;

namespace AutoResolve.Rules.Formatting;

/// <summary>Writes a rule file in its canonical form: same meaning, all comments kept, keys in the order of the reference.</summary>
internal static class RuleFileFormatter
{
    /// <returns>The canonical text; null, and a problem reported, where the file is not JSON.</returns>
    public static string? Format(RuleFile file, ICollection<Diagnostic> diagnostics) =>
        RuleFileParser.Parse(file, diagnostics) is { } tree ? new CanonicalWriter(tree).Write() : null;
}
