using System.Collections.Frozen;
using AutoResolve.Matching;
using AutoResolve.Matching.Text;

namespace AutoResolve.Conversations;

/// <summary>What is particular to languages and customers in how people talk: their signals, and what can be found in their words.</summary>
internal sealed class ConversationProfile
{
    private readonly FrozenSet<Signal> _known = [];

    /// <summary>Whether a text says something.</summary>
    public bool Says(Signal signal, IssueText text) => _known.Contains(signal) && text.Issue.Text.Length > 0;

    /// <summary>What an extractor finds in a text's own words; null where nothing.</summary>
    public string? Find(string extractor, TextView view) => _known.Count > 0 ? view.Text : null;
}
