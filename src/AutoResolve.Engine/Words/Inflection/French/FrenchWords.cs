using System.Collections.Frozen;

namespace AutoResolve.Words.Inflection.French;

/// <summary>What rules do not know of French words. All are folded.</summary>
internal static class FrenchWords
{
    /// <summary>Words that have no other forms and are no form of another.</summary>
    public static readonly FrozenSet<string> Fixed = Endings.Words(InflectionTable.Read("fr-fixed"));

    /// <summary>Masculine words that only look as if they had a feminine, and feminine ones without a masculine.</summary>
    public static readonly FrozenSet<string> OneGender = Endings.Words(InflectionTable.Read("fr-one-gender"));

    /// <summary>Words whose feminine has an e behind them and nothing else says so.</summary>
    public static readonly FrozenSet<string> Plain = Endings.Words(InflectionTable.Read("fr-plain"));

    /// <summary>Words whose last letter is doubled before the e of the feminine.</summary>
    public static readonly FrozenSet<string> Doubled = Endings.Words(InflectionTable.Read("fr-doubled"));

    /// <summary>Words in -ou with a plural in -oux.</summary>
    public static readonly FrozenSet<string> PluralInOux = Endings.Words("bijou caillou chou genou hibou joujou pou");

    /// <summary>Nouns that look like a form of a verb of other meaning, or of none.</summary>
    public static readonly FrozenSet<string> OnlyNouns = Endings.Words(InflectionTable.Read("fr-only-nouns"));

    /// <summary>Verbs in -ir as finir.</summary>
    public static readonly FrozenSet<string> VerbsInIr = Endings.Words(InflectionTable.Read("fr-verbs-in-ir"));

    /// <summary>Verbs in -re as rendre.</summary>
    public static readonly FrozenSet<string> VerbsInRe = Endings.Words(InflectionTable.Read("fr-verbs-in-re"));

    public static readonly string IrregularVerbs = InflectionTable.Read("fr-irregular-verbs");

    public static readonly string IrregularNouns = InflectionTable.Read("fr-irregular-nouns");
}
