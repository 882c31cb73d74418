namespace AutoResolve.Languages;

/// <summary>What languages.json holds.</summary>
/// <param name="Everywhere">Words that people of all languages write, with blanks between.</param>
/// <param name="Languages">Languages by their tag.</param>
internal sealed record LanguageSources(IReadOnlyList<string> Everywhere, IReadOnlyDictionary<string, LanguageSource> Languages);

/// <summary>How one language is told, as languages.json has it.</summary>
internal sealed record LanguageSource
{
    /// <summary>Whether it is one that customers are expected to write; others must stand out more, and keep less from being
    /// told.</summary>
    public bool Told { get; init; }

    /// <summary>Words that its sentences are made of, with blanks between.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>Small letters and signs that few other languages have.</summary>
    public string Letters { get; init; } = "";
}
