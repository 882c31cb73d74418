using AutoResolve.Conditions;
using AutoResolve.Expressions;
using AutoResolve.Json;
using AutoResolve.Operators;
using AutoResolve.Rules;
using AutoResolve.Words;

namespace AutoResolve.Compiling;

/// <summary>Compiles a phrase by itself, so that its author sees what it finds.</summary>
internal static class PhraseInspector
{
    private static readonly SourceLocation Nowhere = SourceLocation.OfFile("");

    public static IReadOnlyList<PhraseWording> Inspect(string phrase)
    {
        var set = SetAround(phrase);
        var scope = new CompilationScope([set], OperatorCatalog.All, ExpressionReader.None);
        var compiled = new PhraseCompiler(set, scope).Compile(new Located<string>(phrase, Nowhere), "", PhraseReading.OfRule);
        return compiled is null
            ? []
            : [.. compiled.Wordings.Select(wording => new PhraseWording([.. wording.Elements.Select(Forms)], wording.Kinds))];
    }

    // What the lists in it hold is another question.
    private static RuleSet SetAround(string phrase) =>
        new()
        {
            Name = new Located<string>("phrase", Nowhere),
            Title = "",
            Owner = "",
            Location = Nowhere,
            Lists =
            [
                .. PhraseCompiler
                    .Chunks(phrase)
                    .Where(chunk => chunk.StartsWith('@'))
                    .Select(chunk => chunk[1..])
                    .Distinct(StringComparer.Ordinal)
                    .Select(name => new PhraseList(new Located<string>(name, Nowhere), [new Located<string>("x", Nowhere)])),
            ],
        };

    private static IReadOnlyList<string> Forms(PhraseElement element) =>
        element switch
        {
            ListElement list => ["@" + list.List.Name],
            PrefixElement prefix => [prefix.Prefix + "*"],
            _ => ((WordElement)element).Forms,
        };
}
