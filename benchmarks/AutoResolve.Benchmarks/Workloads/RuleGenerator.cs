using AutoResolve.Benchmarks.Conditions;

namespace AutoResolve.Benchmarks.Workloads;

/// <summary>Makes rules from a seed; the first rules of a larger number are those of a smaller one.</summary>
internal sealed class RuleGenerator
{
    public static readonly string[] Channels = ["phone", "email", "web", "chat"];

    private readonly Random _random = new(2);

    // Rules are written about what is special, so their words are drawn more evenly than those of texts; a word that stands alone is rare.
    private readonly Zipf _ordinary = new(Vocabulary.Size, shift: 300, exponent: 0.45);

    public static IReadOnlyList<BenchmarkRule> Make(int count)
    {
        var generator = new RuleGenerator();
        return [.. Enumerable.Range(0, count).Select(generator.MakeOne)];
    }

    private BenchmarkRule MakeOne(int number)
    {
        var (when, words, example) = _random.Next(100) switch
        {
            < 45 => AnyPhrase(),
            < 80 => EveryWord(),
            _ => Pattern(),
        };
        if (_random.Next(4) == 0)
            when = new AllOf(when, new NoneOf(new AnyPhrase(Ordinary())));
        string[] channels = _random.Next(4) == 0 ? [.. Channels.Where(_ => _random.Next(2) == 0)] : [];
        return new BenchmarkRule(FormattableString.Invariant($"generated.rule-{number:D6}"), when, channels, words, example);
    }

    private (ICondition When, string[] Words, string[] Example) AnyPhrase()
    {
        var phrases = Enumerable.Range(0, _random.Next(2, 5)).Select(_ => Phrase()).ToArray();
        return (new AnyPhrase(phrases), [.. phrases.Select(FirstWord)], [phrases[_random.Next(phrases.Length)]]);
    }

    private (ICondition When, string[] Words, string[] Example) EveryWord()
    {
        string[] words = [Rare(), .. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Ordinary())];
        return (new EveryWord(words), [words[0]], words);
    }

    private (ICondition When, string[] Words, string[] Example) Pattern()
    {
        var (word, next) = (_random.Next(3) == 0 ? Rare() : Ordinary(), Ordinary());
        return _random.Next(3) switch
        {
            0 when Rare() is var alone => (new Pattern($@"\b{alone}\b"), [alone], [alone]),
            1 => (new Pattern($@"\b{word}\s+{next}\b"), [word], [$"{word} {next}"]),
            _ => (new Pattern($@"\b{word}\s+\d+\b"), [word], [FormattableString.Invariant($"{word} {_random.Next(1, 1000)}")]),
        };
    }

    private string Phrase() =>
        _random.Next(100) switch
        {
            < 15 => Rare(),
            < 75 => $"{Ordinary()} {Ordinary()}",
            _ => $"{Ordinary()} {Ordinary()} {Ordinary()}",
        };

    private string Ordinary() => Vocabulary.Words[_ordinary.Draw(_random)];

    private string Rare() => Vocabulary.Words[_random.Next(Vocabulary.Size / 3, Vocabulary.Size)];

    private static string FirstWord(string phrase) => phrase.Split(' ')[0];
}
