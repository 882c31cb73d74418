using AutoResolve.Matching.Text;

namespace AutoResolve.Matching.Phrases;

/// <summary>A word in any of its forms.</summary>
internal sealed class WordElement(IEnumerable<string> forms) : PhraseElement
{
    private readonly string[] _forms = [.. forms.Order(StringComparer.Ordinal)];

    public IReadOnlyList<string> Forms => _forms;

    public override IEnumerable<KeyValuePair<int, int[]>> Find(TokenizedText view) =>
        _forms.SelectMany(view.IndexesOf).Order().Select(at => KeyValuePair.Create(at, new[] { at + 1 }));

    public override IEnumerable<int> EndsAt(TokenizedText view, int at) =>
        _forms.Contains(view.Words[at].Folded, StringComparer.Ordinal) ? [at + 1] : [];
}
