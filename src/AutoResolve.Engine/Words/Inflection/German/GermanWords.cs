using System.Collections.Frozen;

namespace AutoResolve.Words.Inflection.German;

/// <summary>What rules do not know of German words. All are folded: without umlauts, ss for the sharp s.</summary>
internal static class GermanWords
{
    /// <summary>What stands before a verb and apart from it in a main clause.</summary>
    public static readonly string[] SeparablePrefixes = Endings.Of(InflectionTable.Read("de-separable-prefixes"));

    /// <summary>Words that have no other forms and are no form of another.</summary>
    public static readonly FrozenSet<string> Fixed = Endings.Words(InflectionTable.Read("de-fixed"));

    /// <summary>Nouns with a plural in -er, also as the last part of a compound.</summary>
    public static readonly FrozenSet<string> PluralInEr = Endings.Words(InflectionTable.Read("de-plural-in-er"));

    /// <summary>Nouns that end as adjectives do.</summary>
    public static readonly FrozenSet<string> NounsLikeAdjectives = Endings.Words(InflectionTable.Read("de-nouns-like-adjectives"));

    /// <summary>Nouns that look like a form of a verb of other meaning.</summary>
    public static readonly FrozenSet<string> OnlyNouns = Endings.Words(InflectionTable.Read("de-only-nouns"));

    /// <summary>Adjectives that no ending shows.</summary>
    public static readonly FrozenSet<string> Adjectives = Endings.Words(InflectionTable.Read("de-adjectives"));

    /// <summary>The stems of common weak verbs.</summary>
    public static readonly FrozenSet<string> Weak = Endings.Words(InflectionTable.Read("de-weak"));

    /// <summary>Strong and mixed verbs: infinitive, stem of the second person, past, participle, and what else there is.</summary>
    public static readonly string Strong = InflectionTable.Read("de-strong");

    /// <summary>Words that follow no rule, and short ones.</summary>
    public static readonly IrregularTable Irregular = new(
        InflectionTable.Read("de-irregular"),
        new Dictionary<char, string> { ['A'] = "e en er es em" }
    );
}
