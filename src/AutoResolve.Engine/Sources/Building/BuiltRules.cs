using System.Globalization;
using System.Text.Json.Nodes;
using AutoResolve.Rules;

namespace AutoResolve.Sources.Building;

/// <summary>Says which rule a problem is of where there is no file that could be opened at its line.</summary>
internal static class BuiltRules
{
    public static IEnumerable<Diagnostic> Name(IEnumerable<Diagnostic> diagnostics, IEnumerable<RuleFile> files)
    {
        var sets = files
            .Where(file => file.IsBuilt)
            .ToDictionary(
                file => file.Path,
                file => JsonNode.Parse(file.Content.Span, documentOptions: new() { MaxDepth = RuleSetBuilder.MaxDepth })!,
                StringComparer.Ordinal
            );
        return sets.Count == 0
            ? diagnostics
            : diagnostics.Select(problem => sets.TryGetValue(problem.File, out var set) ? Name(problem, set) : problem);
    }

    private static Diagnostic Name(Diagnostic problem, JsonNode set)
    {
        var (kind, name) =
            problem.Pointer.Split('/') is ["", "rules", var place, ..]
            && int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? NameOf(set, number)
                : ("Rule set", $"'{set["set"]}'");
        return problem.Message.Contains(name, StringComparison.Ordinal)
            ? problem
            : problem with
            {
                Message = $"{kind} {name}: {problem.Message}",
            };
    }

    private static (string Kind, string Name) NameOf(JsonNode set, int number) =>
        set["rules"]![number]!["id"]?.ToString() is { Length: > 0 } id
            ? ("Rule", $"'{id}'")
            : (string.Create(CultureInfo.InvariantCulture, $"Rule {number + 1} of set"), $"'{set["set"]}'");
}
