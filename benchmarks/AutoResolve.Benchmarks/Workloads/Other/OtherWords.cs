namespace AutoResolve.Benchmarks.Workloads.Other;

/// <summary>Draws words for rules, more evenly than texts do.</summary>
internal sealed class OtherWords(OtherVocabulary vocabulary, Random random)
{
    private readonly Zipf _ranks = new(OtherVocabulary.Size, shift: 100, exponent: 0.55);

    public string Phrase() =>
        random.Next(100) switch
        {
            < 3 => $"e-{OtherTexts.Code(random)}",
            < 12 => Special(),
            < 70 => $"{Ordinary()} {Ordinary()}",
            < 80 => $"{Ordinary()} {Ordinary()} {Ordinary()}",
            _ => $"{Special()} {Ordinary()}",
        };

    public string Ordinary() => vocabulary.Words[_ranks.Draw(random)];

    public string Special() => vocabulary.Words[random.Next(OtherVocabulary.Size / 3, OtherVocabulary.Size)];
}
