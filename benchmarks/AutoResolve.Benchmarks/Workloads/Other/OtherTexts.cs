using System.Globalization;
using System.Text;

namespace AutoResolve.Benchmarks.Workloads.Other;

/// <summary>Makes issues with names of products and codes in them: median 301 and mean 397 characters.</summary>
internal sealed class OtherTexts
{
    // Before sentences are made and rules are planted.
    private const double MedianLength = 227;
    private const double Median = 301;
    private const double MeanLength = 309;
    private const int Shortest = 30;
    private const int Longest = 4_000;

    private static readonly string[] Fillers = (
        "the to and we is our it in of that on for was not with but when after has since my at this all or be you no"
        + " are from if now one still please did he"
    ).Split(' ');

    private readonly OtherVocabulary _vocabulary;
    private readonly IReadOnlyList<BenchmarkRule> _planted;
    private readonly Random _random;
    private readonly Zipf _words = new(OtherVocabulary.Size, shift: 4, exponent: 1);
    private readonly Zipf _fillers = new(Fillers.Length, shift: 2, exponent: 1);

    private readonly int? _length;

    private OtherTexts(OtherVocabulary vocabulary, IReadOnlyList<BenchmarkRule> planted, int seed, int? length)
    {
        (_vocabulary, _planted, _random, _length) = (vocabulary, planted, new Random(seed + 2), length);
    }

    /// <param name="vocabulary">Their words.</param>
    /// <param name="planted">Rules that some of them are made to match.</param>
    /// <param name="count">How many.</param>
    /// <param name="seed">What they come from.</param>
    /// <param name="length">Of each, in characters, about; null: of a log-normal distribution.</param>
    public static IReadOnlyList<Issue> Make(
        OtherVocabulary vocabulary,
        IReadOnlyList<BenchmarkRule> planted,
        int count,
        int seed,
        int? length = null
    )
    {
        var texts = new OtherTexts(vocabulary, planted, seed, length);
        return [.. Enumerable.Range(0, count).Select(texts.MakeOne)];
    }

    /// <summary>Four digits; other numbers have at most three, so that none is part of another.</summary>
    public static string Code(Random random) => random.Next(1_000, 10_000).ToString(CultureInfo.InvariantCulture);

    public static string Version(string product, Random random)
    {
        var number = random.Next(1, 1_000);
        return random.Next(4) switch
        {
            0 => FormattableString.Invariant($"{product} {number}"),
            1 => FormattableString.Invariant($"{product} v{number}"),
            2 => FormattableString.Invariant($"{product}-{number}"),
            _ => FormattableString.Invariant($"{product} version {number}"),
        };
    }

    private Issue MakeOne(int number)
    {
        var drawn = Math.Clamp((int)(MedianLength * Math.Exp(Spread * Normal())), Shortest, Longest);
        var text = Sentences(Pieces(_length is { } length ? (int)(length * MedianLength / Median) : drawn));
        return new Issue
        {
            Id = number.ToString(CultureInfo.InvariantCulture),
            Text = _random.Next(25) == 0 ? text.ToUpperInvariant() : text,
            Channel = OtherRules.Channels[_random.Next(OtherRules.Channels.Length)],
        };
    }

    // Of a log-normal distribution.
    private static double Spread => Math.Sqrt(2 * Math.Log(MeanLength / MedianLength));

    private List<string> Pieces(int length)
    {
        List<string> pieces = [];
        for (var written = 0; written < length; written += pieces[^1].Length + 1)
            pieces.Add(Piece());
        for (var plant = Math.Min(6, (int)(-2.2 * Math.Log(1 - _random.NextDouble()))); plant > 0; plant--)
        {
            foreach (var piece in _planted[_random.Next(_planted.Count)].Example)
                pieces.Insert(_random.Next(pieces.Count + 1), piece);
        }

        return pieces;
    }

    private string Piece() =>
        _random.Next(1_000) switch
        {
            < 430 => Filler(),
            < 460 => _random.Next(1, 1_000).ToString(CultureInfo.InvariantCulture),
            < 475 => Product(),
            < 485 => Version(Product(), _random),
            < 490 => $"e-{Code(_random)}",
            < 500 => $"error: {Code(_random)}",
            _ => _vocabulary.Words[_words.Draw(_random)],
        };

    // A sentence and a clause begin with a filler, so that no phrase crosses a stop or a comma.
    private string Sentences(List<string> pieces)
    {
        var text = new StringBuilder();
        var left = 0;
        foreach (var piece in pieces)
        {
            if (left-- == 0)
            {
                var filler = Filler();
                text.Append(
                        text.Length == 0 ? ""
                        : _random.Next(6) == 0 ? ".\n"
                        : ". "
                    )
                    .Append(char.ToUpperInvariant(filler[0]))
                    .Append(filler.AsSpan(1));
                left = _random.Next(5, 15);
            }
            else if (_random.Next(18) == 0)
            {
                text.Append(", ").Append(Filler());
            }

            text.Append(' ').Append(piece);
        }

        return text.Append('.').ToString();
    }

    private string Product() => _vocabulary.Products[_random.Next(_vocabulary.Products.Length)];

    private string Filler() => Fillers[_fillers.Draw(_random)];

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
}
