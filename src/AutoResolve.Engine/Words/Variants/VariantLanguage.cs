namespace AutoResolve.Words.Variants;

/// <summary>The wordings of a language that are one to a reader, as variants.json has them.</summary>
internal sealed record VariantLanguage
{
    /// <summary>
    /// Words that are one wherever they stand, with blanks between: each finds all forms of each. With <c>&gt;</c> between, those before it
    /// find those behind it, and not the other way round.
    /// </summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The same where they stand in a phrase with other words.</summary>
    public IReadOnlyList<string> InPhrases { get; init; } = [];

    /// <summary>Things that are one, each as one and several, and in no form of a verb.</summary>
    public IReadOnlyList<string> Things { get; init; } = [];

    /// <summary>What somebody does, and what that is called: words that are one, the verb first.</summary>
    public IReadOnlyList<string> Actions { get; init; } = [];

    /// <summary>Nouns behind what is done where it does not succeed: "connection problem", "problem connecting".</summary>
    public string Troubles { get; init; } = "";

    /// <summary>What stands between what is done and the thing: "cancel my order". The commonest first.</summary>
    public string Owners { get; init; } = "";

    /// <summary>What stands, with an apostrophe, before a word that begins with a vowel or an h: "l'accès".</summary>
    public string Elided { get; init; } = "";

    /// <summary>Numbers in words, with <c>|</c> between: the digits, and how they are said.</summary>
    public IReadOnlyList<string> Counts { get; init; } = [];

    /// <summary>Parts of one: how it is said, and the fraction.</summary>
    public IReadOnlyList<string> Fractions { get; init; } = [];

    /// <summary>What codes stand behind, with <c>|</c> between what is as much: "error | error code".</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>Wordings of several words, with <c>|</c> between.</summary>
    public IReadOnlyList<string> Wordings { get; init; } = [];

    /// <summary>A word, and what stands for it where a full stop stands behind it and other words before it.</summary>
    public IReadOnlyList<string> Abbreviations { get; init; } = [];

    /// <summary>Endings of words, two that are one in each: "ise ize".</summary>
    public IReadOnlyList<string> Endings { get; init; } = [];

    /// <summary>Words that are others without their apostrophe.</summary>
    public string NeedApostrophe { get; init; } = "";

    /// <summary>Words that are others in small letters, where they are a whole phrase.</summary>
    public string NeedCapitals { get; init; } = "";

    /// <summary>Words that are others in capitals, where the words beside them are not in capitals.</summary>
    public string NeedSmall { get; init; } = "";

    /// <summary>Words that are others behind one of <see cref="Determiners"/>.</summary>
    public string Nouns { get; init; } = "";

    /// <summary>Verbs behind which a word finds no more that stands before <c>&gt;</c> in <see cref="InPhrases"/>.</summary>
    public string Auxiliaries { get; init; } = "";

    /// <summary>Units of measure, each with its forms and abbreviations.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];

    /// <summary>Halves of the day behind an hour, with <c>|</c> between what is as much.</summary>
    public IReadOnlyList<string> Times { get; init; } = [];

    /// <summary>How the percent sign is said.</summary>
    public IReadOnlyList<string> Percent { get; init; } = [];

    /// <summary>Signs of currencies, each with how it is said.</summary>
    public IReadOnlyList<string> Currencies { get; init; } = [];

    /// <summary>How the sign before a number below zero is said.</summary>
    public string Minus { get; init; } = "";

    /// <summary>Words behind which <see cref="Minus"/> says something else: "al menos".</summary>
    public string NotMinus { get; init; } = "";

    /// <summary>How the number sign is said.</summary>
    public IReadOnlyList<string> Numbered { get; init; } = [];

    /// <summary>How the sign for "and" is said.</summary>
    public string And { get; init; } = "";

    /// <summary>The signs that may stand between the thousands and the hundreds; a blank is any.</summary>
    public string Thousands { get; init; } = ",";

    /// <summary>Whether common words are joined that are also written as one, and such are split.</summary>
    public bool Joins { get; init; }

    /// <summary>What stands before a word with a hyphen or without.</summary>
    public string Prefixes { get; init; } = "";

    /// <summary>Verbs that are also written as one word with what stands behind them.</summary>
    public string Verbs { get; init; } = "";

    /// <summary>What stands behind such verbs.</summary>
    public string Particles { get; init; } = "";

    /// <summary>What stands before nouns. Between two of them such a verb is a noun, and what stands behind it a preposition.</summary>
    public string Determiners { get; init; } = "";

    /// <summary>The same where one of these stands behind it.</summary>
    public string Places { get; init; } = "";

    /// <summary>Phrases that begin as one of <see cref="Particles"/> and belong to no verb before them.</summary>
    public IReadOnlyList<string> Idioms { get; init; } = [];

    /// <summary>Words behind which a letter is a name: "vitamin e".</summary>
    public string Lettered { get; init; } = "";

    /// <summary>The numbers in words.</summary>
    public IEnumerable<(string Digits, string[] Says)> Counted =>
        Counts.SelectMany(line => line.Split('|')).Select(VariantData.Words).Select(count => (count[0], count[1..]));

    /// <summary>All lines of words that are one wherever they stand.</summary>
    public IEnumerable<string> AllWords =>
        Words.Concat(Actions).Concat(Counted.Where(count => count.Says.Length == 1).Select(count => $"{count.Says[0]} {count.Digits}"));
}
