using System.Collections.Frozen;

namespace AutoResolve.Words.Inflection;

/// <summary>Tells which verbs a form is of, in Spanish and Portuguese: those in -er and -ir are known, all others are in -ar.</summary>
internal sealed class IberianVerbs
{
    /// <summary>How words end that are no verbs.</summary>
    public required string[] OfNouns { get; init; }

    /// <summary>The endings of verbs in -ar.</summary>
    public required string[] OfFirst { get; init; }

    /// <summary>The endings of verbs in -er and -ir.</summary>
    public required string[] OfOthers { get; init; }

    /// <summary>With these alone a word says that it is no verb in -ar.</summary>
    public required string[] OnlyOfOthers { get; init; }

    /// <summary>The verbs in -er and -ir.</summary>
    public required FrozenSet<string> Known { get; init; }

    /// <summary>What may stand before them.</summary>
    public required IReadOnlyList<string> Prefixes { get; init; }

    /// <summary>The stems of verbs in -ar that a stem and a whole form may be of.</summary>
    public required Func<string, string, IEnumerable<string>> StemsOfFirst { get; init; }

    /// <summary>The stems of other verbs that a stem may be of.</summary>
    public required Func<string, IEnumerable<string>> StemsOfOthers { get; init; }

    /// <summary>Adds the forms of a stem in -ar.</summary>
    public required Action<string, FormSet> AddFirst { get; init; }

    /// <summary>Adds the forms of an infinitive in -er or -ir.</summary>
    public required Action<string, FormSet> AddOther { get; init; }

    /// <summary>Adds the forms of the verbs that a word is of.</summary>
    public void AddForms(string word, FormSet forms)
    {
        if (Endings.HasAny(word, OfNouns))
            return;
        var others = Endings
            .StemsOf(word, OfOthers, 2)
            .SelectMany(stem => InfinitivesOf(stem, word))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        foreach (var infinitive in others)
            AddOther(infinitive, forms);
        if (others.Count > 0 || Endings.HasAny(word, OnlyOfOthers, 3))
            return;
        var stems = Endings.LikelyStemsOf(word, OfFirst, "ar").SelectMany(stem => StemsOfFirst(stem, word));
        foreach (var stem in stems.Distinct(StringComparer.Ordinal))
            AddFirst(stem, forms);
    }

    private IEnumerable<string> InfinitivesOf(string stem, string word) =>
        from one in StemsOfOthers(stem)
        from infinitive in (string[])[one + "er", one + "ir"]
        where Endings.IsIn(infinitive, Known, Prefixes) || IsMade(infinitive, word)
        select infinitive;

    // New verbs in -ecer are made every day; of the others all are known but a few.
    private static bool IsMade(string infinitive, string word) =>
        Endings.Has(infinitive, "ecer", 3) && word.StartsWith(infinitive[..^3], StringComparison.Ordinal);
}
