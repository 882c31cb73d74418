using System.Collections.Frozen;

namespace AutoResolve.Words.Inflection.Spanish;

/// <summary>What rules do not know of Spanish words. All are folded.</summary>
internal static class SpanishWords
{
    /// <summary>What may stand before a verb.</summary>
    public static readonly string[] Prefixes = Endings.Of(
        "ante anti contra entre inter sobre super trans auto com con des dis pos pre pro sub sus tras en em in re"
    );

    /// <summary>Words that have no other forms and are no form of another.</summary>
    public static readonly FrozenSet<string> Fixed = Endings.Words(InflectionTable.Read("es-fixed"));

    /// <summary>Stems that are one word in -o and another in -a, or have only one of them.</summary>
    public static readonly FrozenSet<string> OneGender = Endings.Words(InflectionTable.Read("es-one-gender"));

    /// <summary>Words in a consonant with a feminine in -a.</summary>
    public static readonly FrozenSet<string> FeminineInA = Endings.Words(InflectionTable.Read("es-feminine-in-a"));

    /// <summary>Nouns that look like a form of a verb of other meaning, or of none.</summary>
    public static readonly FrozenSet<string> OnlyNouns = Endings.Words(InflectionTable.Read("es-only-nouns"));

    /// <summary>The regular verbs in -er and -ir, and those whose stem only changes as others do.</summary>
    public static readonly FrozenSet<string> Verbs = Endings.Words(InflectionTable.Read("es-verbs"));

    /// <summary>Verbs and nouns that follow no rule, and short ones.</summary>
    public static readonly IrregularTable Irregular = new(
        InflectionTable.Read("es-irregular"),
        new Dictionary<char, string>
        {
            ['A'] = "a as amos ais an",
            ['B'] = "a as amos ais an",
            ['C'] = "e es emos eis en",
            ['F'] = "e as a emos eis an ia ias iamos iais ian",
            ['J'] = "e iste o imos isteis eron era eras eramos eran ese esen",
            ['M'] = "ia ias iamos iais ian",
            ['O'] = "o a os as",
            ['P'] = "e iste o imos isteis ieron iera ieras ieramos ieran iese ieses iesen",
            ['Q'] = "i iste io imos isteis ieron iera ieras ieramos ieran iese iesen",
            ['S'] = "iera ieras ieramos ieran iese ieses iesen era eras eramos eran ese esen",
            ['T'] = "era eras eramos eran ese esen",
        }
    );
}
