using AutoResolve.Benchmarks.Conditions;

namespace AutoResolve.Benchmarks.Workloads.Other;

/// <summary>
/// Makes rules of other shapes and proportions than <see cref="RuleGenerator"/>; the first rules of a larger number are those of a
/// smaller one.
/// </summary>
internal sealed class OtherRules
{
    public static readonly string[] Channels = ["phone", "mail", "web", "app", "letter"];

    private static readonly string[] Errors = ["error", "err", "code"];

    private readonly OtherVocabulary _vocabulary;
    private readonly bool _phrasesAreStrings;
    private readonly Random _random;
    private readonly OtherWords _words;

    private OtherRules(OtherVocabulary vocabulary, OtherOptions options)
    {
        (_vocabulary, _phrasesAreStrings) = (vocabulary, options.PhrasesAreStrings);
        _random = new Random(options.Seed + 1);
        _words = new OtherWords(vocabulary, _random);
    }

    public static IReadOnlyList<BenchmarkRule> Make(OtherVocabulary vocabulary, OtherOptions options)
    {
        var rules = new OtherRules(vocabulary, options);
        return [.. Enumerable.Range(0, options.Rules).Select(rules.MakeOne)];
    }

    private BenchmarkRule MakeOne(int number)
    {
        List<Part> parts = [];
        if (Chance(65))
            parts.Add(AnyPhrase());
        if (Chance(30))
            parts.Add(EveryWord());
        if (Chance(25))
            parts.Add(Pattern());
        if (parts.Count == 0)
            parts.Add(AnyPhrase());
        List<ICondition> conditions = [.. parts.Select(part => part.When)];
        if (Chance(25))
            conditions.Add(new NoneOf(new AnyPhrase([.. Enumerable.Range(0, _random.Next(1, 3)).Select(_ => _words.Ordinary())])));
        string[] channels = Chance(30) ? [.. Channels.Where(_ => Chance(50))] : [];
        var when = conditions is [var only] ? only : new AllOf([.. conditions]);
        var example = parts.SelectMany(part => part.Example).ToArray();
        return new BenchmarkRule(FormattableString.Invariant($"other.rule-{number:D6}"), when, channels, parts[0].Words, example);
    }

    private Part AnyPhrase()
    {
        var phrases = Enumerable.Range(0, _random.Next(2, 7)).Select(_ => _words.Phrase()).ToArray();
        ICondition when = _phrasesAreStrings ? new AnySubstring(phrases) : new AnyPhrase(phrases);
        return new Part(when, [.. phrases.Select(WordOf)], [phrases[_random.Next(phrases.Length)]]);
    }

    private Part EveryWord()
    {
        string[] words = [_words.Special(), .. Enumerable.Range(0, _random.Next(1, 3)).Select(_ => _words.Ordinary())];
        return new Part(new EveryWord(words), [words[0]], words);
    }

    private Part Pattern()
    {
        var (word, next) = (_words.Ordinary(), _words.Special());
        return _random.Next(5) switch
        {
            0 => Alternatives(),
            1 => new Part(
                new Pattern($@"\b{word}(?:s|ed|ing)?\s+(?:\w+\s+){{0,3}}{next}\b"),
                [next],
                [$"{word}{Ending()} {(Chance(50) ? "of the" : "my")} {next}"]
            ),
            2 => Product(),
            3 => Code(),
            _ => new Part(new Pattern($@"\b{word}\b.{{0,40}}\b{next}\b"), [next], [$"{word} that was in {next}"]),
        };
    }

    private Part Alternatives()
    {
        string[] first = [_words.Ordinary(), _words.Ordinary(), _words.Ordinary()];
        string[] second = [_words.Ordinary(), _words.Ordinary()];
        var pattern = $@"\b(?:{string.Join('|', first)})\s+(?:{string.Join('|', second)})\b";
        return new Part(new Pattern(pattern), first, [$"{first[_random.Next(3)]} {second[_random.Next(2)]}"]);
    }

    private Part Product()
    {
        var product = _vocabulary.Products[_random.Next(_vocabulary.Products.Length)];
        return new Part(
            new Pattern($@"\b{product.ToLowerInvariant()}[- ]?(?:v|version)?\s?\d{{1,3}}\b"),
            [product],
            [OtherTexts.Version(product, _random)]
        );
    }

    private Part Code()
    {
        var code = OtherTexts.Code(_random);
        return new Part(
            new Pattern($@"\b(?:error|code|err)[ :#-]{{1,3}}{code}\b"),
            [code],
            [FormattableString.Invariant($"{Errors[_random.Next(3)]}{(Chance(50) ? ": " : " #")}{code}")]
        );
    }

    private string Ending() =>
        _random.Next(4) switch
        {
            0 => "s",
            1 => "ed",
            2 => "ing",
            _ => "",
        };

    private bool Chance(int percent) => _random.Next(100) < percent;

    private static string WordOf(string phrase) => phrase.Split(' ', '-')[^1];

    private sealed record Part(ICondition When, string[] Words, string[] Example);
}
