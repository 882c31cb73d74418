using System.Collections.Frozen;
using AutoResolve.Matching;
using AutoResolve.Rules;
using AutoResolve.Words;

namespace AutoResolve.Conversations;

/// <summary>
/// What is particular to languages and customers in how people talk: their signals, and what can be found in their words.
/// </summary>
/// <remarks>Each part is compiled when it is first needed, or prepared, since most rulebooks need few. Immutable, safe for any number of
/// threads.</remarks>
internal sealed class ConversationProfile
{
    private static readonly Signal[] Firsts = [Signal.WantsPerson, Signal.Withdrawn];

    private readonly Lazy<CompiledSignals>[] _signals;
    private readonly Lazy<CompiledSignals> _all;
    private readonly Lazy<CompiledSignals> _first;
    private readonly FrozenDictionary<string, Lazy<CompiledExtractor>> _extractors;

    /// <param name="signals">The conditions of all languages.</param>
    /// <param name="extractors">The extractors of all languages.</param>
    public ConversationProfile(IEnumerable<ProfileEntry<NamedCondition>> signals, IEnumerable<ProfileEntry<Extractor>> extractors)
    {
        var conditions = signals.ToLookup(CompiledSignals.SignalOf);
        Lazy<CompiledSignals> Compiled(params IEnumerable<Signal> some) =>
            new(() => CompiledSignals.Of(some.SelectMany(signal => conditions[signal])));
        var all = Enum.GetValues<Signal>();
        (_all, _first, _signals) = (Compiled(all), Compiled(Firsts), [.. all.Select(signal => Compiled(signal))]);
        _extractors = extractors
            .GroupBy(entry => entry.Name, StringComparer.Ordinal)
            .ToFrozenDictionary(
                group => group.Key,
                group => new Lazy<CompiledExtractor>(() => CompiledExtractor.Of([.. group])),
                StringComparer.Ordinal
            );
    }

    /// <summary>Compiles what the first issue may need, so that it does not wait for it.</summary>
    /// <param name="names">The extractors that rules use.</param>
    public void Prepare(IEnumerable<string> names)
    {
        _ = _first.Value;
        foreach (var name in names)
            _extractors.GetValueOrDefault(name)?.Value.Prepare();
    }

    /// <summary>Whether a text says something, in any language.</summary>
    public bool Says(Signal signal, MatchInput text) => _signals[(int)signal].Value.In(text) != SignalSet.None;

    /// <summary>All that a text says, in any language.</summary>
    public SignalSet Of(MatchInput text) => _all.Value.In(text);

    /// <summary>What of that matters in what is said first, in any language.</summary>
    public SignalSet OfFirst(MatchInput text) => _first.Value.In(text);

    /// <summary>
    /// What an extractor finds first in a text's own words, trimmed, at most <see cref="CompiledExtractor.MaxLength"/> UTF-16 units; null
    /// where nothing.
    /// </summary>
    public string? Find(string extractor, TokenizedText view)
    {
        if (view.Found.TryGetValue(extractor, out var known) || !_extractors.TryGetValue(extractor, out var found))
            return known;
        var value = found.Value.Find(view);
        view.Found.AddValue(extractor, value);
        return value;
    }
}
