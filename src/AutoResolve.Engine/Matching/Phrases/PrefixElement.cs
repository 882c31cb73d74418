using AutoResolve.Matching.Text;

namespace AutoResolve.Matching.Phrases;

/// <summary>Every word that begins so.</summary>
internal sealed class PrefixElement(string prefix) : PhraseElement
{
    public string Prefix => prefix;

    public override IEnumerable<KeyValuePair<int, int[]>> Find(TokenizedText view) =>
        view.WordsStartingWith(prefix).SelectMany(view.IndexesOf).Order().Select(at => KeyValuePair.Create(at, new[] { at + 1 }));

    public override IEnumerable<int> EndsAt(TokenizedText view, int at) =>
        view.Words[at].Folded.StartsWith(prefix, StringComparison.Ordinal) ? [at + 1] : [];
}
