using AutoResolve.Matching.Text;

namespace AutoResolve.Matching.Phrases;

/// <summary>One part of a phrase: a word or a list.</summary>
internal abstract class PhraseElement
{
    /// <summary>Every place where it begins, and every place after it; ascending.</summary>
    public abstract IEnumerable<KeyValuePair<int, int[]>> Find(TokenizedText view);

    /// <summary>Every place after it where it begins at <paramref name="at"/>; ascending, empty where it does not.</summary>
    public abstract IEnumerable<int> EndsAt(TokenizedText view, int at);
}
