using AutoResolve.Compiling;

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
    /// <summary>All wordings of a phrase, that of its author first; with one typing error in a longer word each is found as well.</summary>
    /// <param name="phrase">The phrase as a rule has it, such as <c>wi-fi</c>, <c>=claim</c>, <c>@cannot upload*</c>.</param>
    /// <returns>The wordings; none where the phrase has no letter or digit.</returns>
    public static IReadOnlyList<PhraseWording> Of(string phrase)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        return PhraseInspector.Inspect(phrase);
    }
}
