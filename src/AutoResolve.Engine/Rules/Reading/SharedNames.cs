using AutoResolve.Json;
using AutoResolve.Json.Reading;

namespace AutoResolve.Rules.Reading;

/// <summary>Reports names of a set that are also shared names: nobody could tell which is meant.</summary>
internal static class SharedNames
{
    private static readonly (string What, Func<RuleSet, IEnumerable<Located<string>>> Names)[] Kinds =
    [
        ("list", set => set.Lists.Select(list => list.Name)),
        ("condition", set => set.Conditions.Select(condition => condition.Name)),
        ("classifier", set => set.Classifiers.Select(classifier => classifier.Name)),
        ("question", set => set.Questions.Select(question => question.Name)),
        ("step", set => set.Steps.Select(step => step.Id)),
        ("handler", set => set.Handlers.Select(handler => handler.Name)),
        ("fact", set => set.Facts.Select(fact => fact.Name)),
        ("contact", set => set.Contacts.Select(contact => contact.Name)),
    ];

    public static void Check(IReadOnlyList<RuleSet> sets, ICollection<Diagnostic> diagnostics)
    {
        foreach (var (what, names) in Kinds)
        {
            var shared = new Dictionary<string, SourceLocation>();
            foreach (var name in sets.Where(set => set.Shared).SelectMany(names))
            {
                if (!shared.TryAdd(name.Value, name.Location))
                    Report(name, what, shared[name.Value], diagnostics);
            }

            foreach (var name in sets.Where(set => !set.Shared).SelectMany(names))
            {
                if (shared.TryGetValue(name.Value, out var place))
                    Report(name, what, place, diagnostics);
            }
        }
    }

    private static void Report(Located<string> name, string what, SourceLocation place, ICollection<Diagnostic> diagnostics) =>
        diagnostics.Add(
            name.Location.Report(
                ReadingCodes.SharedName,
                DiagnosticSeverity.Error,
                $"The {what} {JsonQuote.Short(name.Value)} is already shared by {place.File}:{place.Line}: use "
                    + $"that one and delete this, or give this another name."
            )
        );
}
