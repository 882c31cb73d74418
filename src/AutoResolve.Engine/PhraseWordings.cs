using AutoResolve.Compiling;
using AutoResolve.Words.Inflection;

namespace AutoResolve;

/// <summary>Tells an author what a phrase finds.</summary>
/// <remarks>
/// <code>
/// foreach (var wording in PhraseWordings.Of("cannot sign in"))
///     Console.WriteLine(string.Join(' ', wording.Words.Select(forms => string.Join('/', forms))));
/// </code>
/// </remarks>
public static class PhraseWordings
{
    /// <summary>The language of phrases where nothing else is said: English.</summary>
    public const string DefaultLanguage = WordLanguage.English;

    /// <summary>All wordings of a phrase, that of its author first; with one typing error in a longer word each is found as well.</summary>
    /// <param name="phrase">The phrase as a rule has it, such as <c>wi-fi</c>, <c>=claim</c>, <c>@cannot upload*</c>.</param>
    /// <returns>The wordings; none where the phrase has no letter or digit.</returns>
    public static IReadOnlyList<PhraseWording> Of(string phrase) => Of(phrase, DefaultLanguage);

    /// <summary>The same of a phrase in a language.</summary>
    /// <param name="phrase">The phrase as a rule has it.</param>
    /// <param name="language">The language of its set or list, such as <c>de</c> or <c>es-MX</c>.</param>
    /// <param name="compounds">Whether its words are also found in compounds, which only German words are: <c>…konto</c> is any that ends
    /// so, <c>konto…</c> any that begins so.</param>
    /// <returns>The wordings; none where the phrase can never be found.</returns>
    public static IReadOnlyList<PhraseWording> Of(string phrase, string language, bool compounds = false)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        ArgumentNullException.ThrowIfNull(language);
        return PhraseInspector.Inspect(phrase, language, compounds);
    }

    /// <summary>Why a phrase can never be found, in the words of lint; null where it can.</summary>
    /// <param name="phrase">The phrase as a rule has it.</param>
    public static string? ProblemOf(string phrase)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        return PhraseInspector.ProblemOf(phrase);
    }
}
