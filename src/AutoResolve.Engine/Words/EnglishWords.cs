using AutoResolve.Words.Inflection;
using AutoResolve.Words.Variants;

namespace AutoResolve.Words;

/// <summary>Words as rules compare them: for tools that look for words in texts before there is a rule.</summary>
/// <remarks>
/// <code>
/// var words = EnglishWords.Of("It signs me out, [PII_NAME]").Where(word => !EnglishWords.IsCommon(word.Folded));
/// var forms = EnglishWords.FormsOf("sign"); // sign, signs, signed, signing
/// </code>
/// </remarks>
public static class EnglishWords
{
    /// <summary>The words that people wrote, in order.</summary>
    /// <param name="text">The text. Across what is masked in it, such as <c>[PII_EMAIL]</c>, is a break that no phrase crosses.</param>
    /// <returns>The words.</returns>
    public static IReadOnlyList<Word> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Tokenizer.Read(text, MaskedText.Around(text));
    }

    /// <summary>A word, its inflections and other spellings, as a phrase of a rule finds them.</summary>
    /// <param name="word">The word, as <see cref="Word.Folded"/> has it.</param>
    /// <returns>The forms.</returns>
    public static IReadOnlySet<string> FormsOf(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return WordVariants.Of(WordLanguage.English).Forms(word, isAlone: true);
    }

    /// <summary>Whether any description of a problem may have a word, so that finding it tells nothing.</summary>
    /// <param name="word">The word, as <see cref="Word.Folded"/> has it.</param>
    public static bool IsCommon(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return CommonWords.Contains(word);
    }
}
