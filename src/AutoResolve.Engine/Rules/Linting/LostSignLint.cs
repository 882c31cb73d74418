using AutoResolve.Words;
using AutoResolve.Words.Inflection;
using AutoResolve.Words.Variants;

namespace AutoResolve.Rules.Linting;

/// <summary>Warns of a phrase of which nothing is left but a short word or a number, since its signs mean nothing.</summary>
internal sealed class LostSignLint : ILint
{
    private const int ShortWord = 3;

    // Around a word, or part of how phrases are written.
    private const string Ordinary = ".,:;!?\"'’‘“”()-–—*=`…";

    public IEnumerable<Diagnostic> Check(LintContext context) =>
        from phrase in context
            .Sets.SelectMany(set => set.Lists)
            .SelectMany(list => list.Phrases)
            .Concat(ConditionWalker.AllConditions(context.Sets).SelectMany(condition => condition.PhrasesSought))
        let found = Find(phrase.Value)
        where found is not null
        select phrase.Location.Report(
            LintCodes.LostSign,
            DiagnosticSeverity.Warning,
            $"Of '{phrase.Value}' only '{found.Value.Word}' is looked for: {found.Value.Signs} means nothing there, and so little "
                + "stands in many "
                + "texts. Write words with it that people write beside it, or use \"regex\"."
        );

    private static (string Word, string Signs)? Find(string phrase)
    {
        if (phrase.Contains('@', StringComparison.Ordinal) || Tokenizer.Read(phrase) is not [var word])
            return null;
        if (word.Folded.Length > ShortWord && !word.Folded.All(char.IsAsciiDigit))
            return null;
        var kept = WrittenSigns.Of(phrase, word.Start, word.End, word.Folded, isAlone: true, WordVariants.Of(WordLanguage.English));
        var lost = (phrase[..word.Start] + phrase[word.End..]).Where(sign =>
            !char.IsWhiteSpace(sign)
            && !Ordinary.Contains(sign, StringComparison.Ordinal)
            && sign != kept.Before
            && !kept.After.Contains(sign, StringComparison.Ordinal)
        );
        var signs = string.Concat(lost);
        return signs.Length == 0 ? null : (word.Folded, $"'{signs}'");
    }
}
