using AutoResolve.Json;
using AutoResolve.Json.Reading;

namespace AutoResolve.Rules.Reading;

/// <summary>Reports rule ids and set names that are given twice.</summary>
internal static class DuplicateNames
{
    public static void CheckSets(IEnumerable<RuleSet> sets, ICollection<Diagnostic> diagnostics) =>
        Check(
            sets.Select(set => set.Name),
            ReadingCodes.DuplicateSet,
            (name, first) => $"The set name {name} is already taken in {first}: give this set another name.",
            diagnostics
        );

    // A rule without an id goes by its pointer; such rules of two files are not the same.
    public static void CheckRules(IEnumerable<RuleSet> sets, ICollection<Diagnostic> diagnostics) =>
        Check(
            sets.SelectMany(set => set.Rules).Select(rule => rule.Id).Where(id => !id.Value.StartsWith('/')),
            ReadingCodes.DuplicateRule,
            (id, first) => $"The rule id {id} is already taken in {first}: an id is unique for ever; give this rule another.",
            diagnostics
        );

    private static void Check(
        IEnumerable<Located<string>> names,
        string code,
        Func<string, string, string> message,
        ICollection<Diagnostic> diagnostics
    )
    {
        var first = new Dictionary<string, SourceLocation>();
        foreach (var name in names)
        {
            if (first.TryAdd(name.Value, name.Location))
                continue;
            var place = first[name.Value];
            diagnostics.Add(
                name.Location.Report(code, DiagnosticSeverity.Error, message(JsonQuote.Short(name.Value), $"{place.File}:{place.Line}"))
            );
        }
    }
}
