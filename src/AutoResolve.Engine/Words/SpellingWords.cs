using System.Collections.Concurrent;

namespace AutoResolve.Words;

/// <summary>Gathers the words of all phrases of a rulebook; then reads misspelt words as one of them.</summary>
internal sealed class SpellingWords
{
    private readonly ConcurrentDictionary<string, SpellingUse> _words = new(StringComparer.Ordinal);
    private readonly Lazy<SpellingTable> _table;

    public SpellingWords() => _table = new(() => new SpellingTable(_words));

    /// <summary>The words; to be asked for when all are known.</summary>
    public SpellingTable Table => _table.Value;

    /// <summary>The words with more that rules look for, in whatever way.</summary>
    public SpellingTable WithKnown(IEnumerable<string> words)
    {
        foreach (var word in words)
            _words.TryAdd(word, SpellingUse.None);
        return Table;
    }

    public void Add(WordForms word, SpellingTolerance spelling, bool isOnly)
    {
        var use = spelling switch
        {
            SpellingTolerance.Guard => SpellingUse.Guard,
            SpellingTolerance.OneError when !isOnly => SpellingUse.Rule,
            _ => SpellingUse.None,
        };
        foreach (var form in word.All)
            _words.AddOrUpdate(form, use, (_, known) => known | use);
    }
}

/// <summary>Whose word may be meant by a misspelt one.</summary>
[Flags]
internal enum SpellingUse : byte
{
    /// <summary>Nobody's: it is known, and may stand in the way of others.</summary>
    None = 0,

    /// <summary>A rule's.</summary>
    Rule = 1,

    /// <summary>A guard's.</summary>
    Guard = 2,
}
