using AutoResolve.Matching.Text;

namespace AutoResolve.Matching.Phrases;

/// <summary>Any phrase of a list.</summary>
internal sealed class ListElement(CompiledList list) : PhraseElement
{
    public CompiledList List => list;

    public override IEnumerable<KeyValuePair<int, int[]>> Find(TokenizedText view) => view.Occurrences(list).OrderBy(found => found.Key);

    public override IEnumerable<int> EndsAt(TokenizedText view, int at) => view.Occurrences(list).TryGetValue(at, out var ends) ? ends : [];
}
