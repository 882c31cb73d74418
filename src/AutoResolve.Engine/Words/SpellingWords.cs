using System.Collections.Concurrent;

namespace AutoResolve.Words;

/// <summary>Gathers the words of all phrases of a rulebook; then reads misspelt words as one of them.</summary>
/// <remarks>Forms that an author did not write count where they are words: inflection by rules makes some that are none.</remarks>
internal sealed class SpellingWords
{
    private readonly Lazy<SpellingTable> _table;
    private ConcurrentDictionary<string, SpellingUse> _words = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, bool> _inCompounds = new(StringComparer.Ordinal);

    public SpellingWords() => _table = new(MakeTable);

    /// <summary>The words; to be asked for when all are known.</summary>
    public SpellingTable Table => _table.Value;

    // The table has all that is known of them.
    private SpellingTable MakeTable()
    {
        var table = new SpellingTable(_words, _inCompounds.IsEmpty ? null : _inCompounds.Keys);
        (_words, _inCompounds) = (new(StringComparer.Ordinal), new(StringComparer.Ordinal));
        return table;
    }

    /// <summary>Adds a word that rules look for in another way.</summary>
    public void Add(string word) => _words.AddOrUpdate(word, SpellingUse.Exact, static (_, known) => known | SpellingUse.Exact);

    /// <summary>Adds a word that is found in compounds, too.</summary>
    public void AddInCompounds(WordForms word)
    {
        foreach (var form in word.All)
            _inCompounds.TryAdd(form, true);
    }

    /// <param name="written">A word as an author wrote it.</param>
    /// <param name="word">All its forms.</param>
    /// <param name="spelling">Which typing errors it bears.</param>
    /// <param name="isOnly">Whether its author wants no other form.</param>
    public void Add(string written, WordForms word, SpellingTolerance spelling, bool isOnly)
    {
        var use = spelling switch
        {
            SpellingTolerance.Guard => SpellingUse.Guard,
            SpellingTolerance.OneError when !isOnly => SpellingUse.Rule,
            _ => SpellingUse.Exact,
        };
        _words.AddOrUpdate(written, static (_, own) => own, static (_, known, own) => known | own, use);
        foreach (var form in word.All.Where(form => form != written && CommonSpellings.Contains(form)))
            _words.AddOrUpdate(form, static (_, own) => own, static (_, known, own) => known | own, use);
    }
}

/// <summary>Whose word may be meant by a misspelt one.</summary>
[Flags]
internal enum SpellingUse : byte
{
    /// <summary>Nobody's.</summary>
    None = 0,

    /// <summary>A rule's.</summary>
    Rule = 1,

    /// <summary>A guard's.</summary>
    Guard = 2,

    /// <summary>A rule's that wants it as it is: it is known, and stands in the way of others.</summary>
    Exact = 4,
}
