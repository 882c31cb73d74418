using System.Globalization;
using System.Text;

namespace AutoResolve.Benchmarks.Workloads;

/// <summary>Makes issues from a seed: median 300 and mean 400 characters, with pieces that make up to five rules hold.</summary>
internal sealed class IssueGenerator(IReadOnlyList<BenchmarkRule> planted, int seed)
{
    // Before sentences are made and rules are planted.
    private const double MedianLength = 230;
    private const double MeanLength = 315;
    private const int Shortest = 40;
    private const int Longest = 4_000;

    private readonly Random _random = new(seed);
    private readonly Zipf _words = new(Vocabulary.Size, shift: 2.7, exponent: 1.1);
    private readonly Zipf _fillers = new(Vocabulary.Fillers.Length, shift: 2.7, exponent: 1);

    public static IReadOnlyList<Issue> Make(int count, IReadOnlyList<BenchmarkRule> planted, int seed)
    {
        var generator = new IssueGenerator(planted, seed);
        return [.. Enumerable.Range(0, count).Select(generator.MakeOne)];
    }

    private Issue MakeOne(int number)
    {
        var pieces = Pieces(Math.Clamp((int)(MedianLength * Math.Exp(Spread * Normal())), Shortest, Longest));
        var text = Sentences(pieces);
        return new Issue
        {
            Id = number.ToString(CultureInfo.InvariantCulture),
            Text = _random.Next(30) == 0 ? text.ToUpperInvariant() : text,
            Channel = RuleGenerator.Channels[_random.Next(RuleGenerator.Channels.Length)],
        };
    }

    // Of a log-normal distribution.
    private static double Spread => Math.Sqrt(2 * Math.Log(MeanLength / MedianLength));

    private List<string> Pieces(int length)
    {
        var pieces = new List<string>();
        for (var written = 0; written < length; written += pieces[^1].Length + 1)
            pieces.Add(
                _random.Next(2) == 0 ? Filler()
                : _random.Next(40) == 0 ? Number()
                : Vocabulary.Words[_words.Draw(_random)]
            );
        for (var plant = PlantedRules(); plant > 0; plant--)
        {
            foreach (var piece in planted[_random.Next(planted.Count)].Example)
                pieces.Insert(_random.Next(pieces.Count + 1), piece);
        }

        return pieces;
    }

    private int PlantedRules() =>
        _random.Next(100) switch
        {
            < 30 => 0,
            < 60 => 1,
            < 80 => 2,
            < 90 => 3,
            < 97 => 4,
            _ => 5,
        };

    // A sentence begins with a filler and a comma is followed by one, so that no phrase crosses either.
    private string Sentences(List<string> pieces)
    {
        var text = new StringBuilder();
        var left = 0;
        foreach (var piece in pieces)
        {
            if (left-- == 0)
            {
                text.Append(text.Length == 0 ? "" : ". ").Append(Capitalized(Filler()));
                left = _random.Next(6, 17);
            }
            else if (_random.Next(15) == 0)
            {
                text.Append(", ").Append(Filler());
            }

            text.Append(' ').Append(piece);
        }

        return text.Append('.').ToString();
    }

    private string Filler() => Vocabulary.Fillers[_fillers.Draw(_random)];

    private string Number() => _random.Next(1, 1000).ToString(CultureInfo.InvariantCulture);

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    private static string Capitalized(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
