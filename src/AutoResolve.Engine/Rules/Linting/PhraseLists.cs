using AutoResolve.Conditions;
using AutoResolve.Json;
using AutoResolve.Operators;
using AutoResolve.Words;

namespace AutoResolve.Rules.Linting;

/// <summary>Compiles the phrases of a rulebook once more, for lints that ask what a phrase finds.</summary>
internal sealed class PhraseLists(LintContext context)
{
    private readonly CompilationScope _scope = new(context.Sets, OperatorCatalog.All, context.DefaultLocale);

    /// <summary>The phrases of a list.</summary>
    public IReadOnlyList<ListedPhrase> Of(RuleSet set, PhraseList list) =>
        Compile(set, list.Phrases, ReadingOf(set).With(list.Options), list.Language);

    /// <summary>Phrases of a condition.</summary>
    public IReadOnlyList<ListedPhrase> Of(RuleSet set, TextCondition condition, IEnumerable<Located<string>> phrases) =>
        Compile(set, phrases, ReadingOf(set).With(condition.Options), null);

    private static PhraseReading ReadingOf(RuleSet set) => (set.Guard ? PhraseReading.OfGuard : PhraseReading.OfRule).With(set.Options);

    private IReadOnlyList<ListedPhrase> Compile(
        RuleSet set,
        IEnumerable<Located<string>> phrases,
        PhraseReading reading,
        Located<string>? language
    )
    {
        var compiler = new PhraseCompiler(set, _scope, language);
        return
        [
            .. from written in phrases
            let phrase = compiler.Compile(written, "", reading)
            where phrase is not null
            select new ListedPhrase(written, phrase),
        ];
    }
}

/// <param name="Written">The phrase as its author wrote it.</param>
/// <param name="Phrase">What it finds.</param>
internal sealed record ListedPhrase(Located<string> Written, Phrase Phrase)
{
    /// <summary>Its words, whatever blanks are between.</summary>
    public string Key => string.Join(' ', Written.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
