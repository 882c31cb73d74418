using AutoResolve.Conditions;
using AutoResolve.Expressions;
using AutoResolve.Json;
using AutoResolve.Operators;
using AutoResolve.Rules;
using AutoResolve.Words;
using AutoResolve.Words.Inflection;

namespace AutoResolve.Compiling;

/// <summary>Compiles a phrase by itself, so that its author sees what it finds.</summary>
internal static class PhraseInspector
{
    private static readonly SourceLocation Nowhere = SourceLocation.OfFile("");

    public static IReadOnlyList<PhraseWording> Inspect(string phrase, string language, bool compounds) =>
        Compile(phrase, language, compounds).Phrase is { } compiled
            ?
            [
                .. compiled.Wordings.Select(wording => new PhraseWording(
                    [.. wording.Elements.Select(element => Forms(element, language))],
                    wording.Kinds
                )),
            ]
            : [];

    /// <summary>Why a phrase can never be found, as lint says it; null where it can.</summary>
    public static string? ProblemOf(string phrase) => Compile(phrase, PhraseWordings.DefaultLanguage, compounds: false).Problem;

    private static (Phrase? Phrase, string? Problem) Compile(string phrase, string language, bool compounds)
    {
        var set = SetAround(phrase, language);
        var scope = new CompilationScope([set], OperatorCatalog.All, ExpressionReader.None);
        var reading = PhraseReading.OfRule with { Compounds = compounds };
        var compiled = new PhraseCompiler(set, scope).Compile(new Located<string>(phrase, Nowhere), "", reading);
        return (compiled, scope.Diagnostics.FirstOrDefault()?.Message);
    }

    // What the lists in it hold is another question.
    private static RuleSet SetAround(string phrase, string language) =>
        new()
        {
            Name = new Located<string>("phrase", Nowhere),
            Title = "",
            Owner = "",
            Location = Nowhere,
            Language = new Located<string>(language, Nowhere),
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

    private static IReadOnlyList<string> Forms(PhraseElement element, string language) =>
        element switch
        {
            ListElement list => ["@" + list.List.Name],
            PrefixElement prefix => [prefix.Prefix + "*"],
            WordElement word when WordLanguage.Of(language) == WordLanguage.English => word.Forms,
            WordElement word when WordLanguage.Of(language) == WordLanguage.German => InGerman(word),
            _ => ((WordElement)element).AllForms,
        };

    private static IReadOnlyList<string> InGerman(WordElement word)
    {
        var forms = word.AllForms;
        return [forms[0], .. word.IsInCompounds ? InCompounds(forms[0]) : [], .. forms.Skip(1).Where(form => !IsInAscii(form, forms))];
    }

    // "Koenten" beside "konten": each vowel might be an umlaut.
    private static bool IsInAscii(string form, IReadOnlyList<string> forms) =>
        Enumerable
            .Range(1, form.Length - 1)
            .Any(at => form[at] == 'e' && form[at - 1] is 'a' or 'o' or 'u' && forms.Contains(form.Remove(at, 1), StringComparer.Ordinal));

    private static IEnumerable<string> InCompounds(string word) =>
        new Compounds([word]).Words.SelectMany(part => (string[])["…" + part, part + "…"]);
}
