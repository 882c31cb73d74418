using System.Collections.Frozen;
using AutoResolve.Matching;
using AutoResolve.Matching.Indexing;
using AutoResolve.Matching.Text;

namespace AutoResolve.Conversations;

/// <summary>What is particular to languages and customers in how people talk: their signals, and what can be found in their words.</summary>
/// <remarks>Immutable, safe for any number of threads.</remarks>
internal sealed class ConversationProfile
{
    private readonly IndexedMatcher _matcher;
    private readonly Signal[] _signals;
    private readonly FrozenDictionary<string, CompiledExtractor> _extractors;

    /// <param name="matcher">Finds the conditions of signals, as if they were rules.</param>
    /// <param name="signals">The signal of each condition, by its ordinal.</param>
    /// <param name="extractors">The extractors of all languages, by name.</param>
    public ConversationProfile(IndexedMatcher matcher, Signal[] signals, FrozenDictionary<string, CompiledExtractor> extractors) =>
        (_matcher, _signals, _extractors) = (matcher, signals, extractors);

    /// <summary>Whether a text says something, in any language.</summary>
    public bool Says(Signal signal, IssueText text) => Of(text).Has(signal);

    /// <summary>All that a text says, in any language, at the cost of one.</summary>
    public SignalSet Of(IssueText text)
    {
        var said = SignalSet.None;
        foreach (var match in _matcher.Match(text, FactValues.None).Matches)
            said = said.With(_signals[match.Rule.Ordinal]);
        return said;
    }

    /// <summary>What an extractor finds first in a text's own words, trimmed, at most <see cref="CompiledExtractor.MaxLength"/> UTF-16 units; null where nothing.</summary>
    public string? Find(string extractor, TextView view) => _extractors.TryGetValue(extractor, out var found) ? found.Find(view) : null;
}
