using System.Collections.Frozen;

namespace AutoResolve.Words.Variants;

/// <summary>
/// How numbers, their signs and their units are also written: "1,000" and "1000", "24" and "twenty-four", "5 %" and "5 percent", "£20" and
/// "20 pounds", "9am" and "9:00 a.m.".
/// </summary>
/// <param name="words">What single words find in the language.</param>
internal sealed class Quantities(WordVariants words)
{
    private const int GroupOfDigits = 3;
    private const int LongestAbbreviation = 4;

    private static readonly WordSigns Whole = WordSigns.None with { IsWholeBefore = true, IsWholeBehind = true };

    // Either sign, without a blank.
    private static readonly WordSigns Behind = WordSigns.None with { Before = ',' };

    private readonly FrozenDictionary<string, string[][]> _saidCounts = words
        .Data.Counted.Where(count => count.Says.Length > 1)
        .GroupBy(count => count.Digits, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.Select(count => count.Says).ToArray(), StringComparer.Ordinal);

    private readonly FrozenDictionary<string, (string Digits, string[] Says)[]> _countsByFirst = words
        .Data.Counted.Where(count => count.Says.Length > 1)
        .GroupBy(count => count.Says[0], StringComparer.Ordinal)
        .ToFrozenDictionary(
            group => group.Key,
            group => group.OrderByDescending(count => count.Says.Length).ToArray(),
            StringComparer.Ordinal
        );

    // "Four" of "twenty-four" is no number by itself.
    private readonly FrozenSet<(string?, string?)> _goesOn = words
        .Data.Counted.SelectMany(count => count.Says.Zip(count.Says.Skip(1), (first, second) => ((string?)first, (string?)second)))
        .ToFrozenSet();

    private readonly Measure[] _measures =
    [
        .. words.Data.Units.Select(line => new Measure([.. VariantData.Words(line).Select(word => (string[])[word])])
        {
            Small = string.Concat(line.Split(' ').Where(word => word.Length == 1 && char.IsAsciiLetterLower(word[0]))),
        }),
        .. words.Data.Times.Select(line => new Measure([.. line.Split('|').Select(VariantData.Words)]) { IsTime = true }),
        new Measure([.. words.Data.Percent.Select(VariantData.Words)]) { After = "%" },
        .. words.Data.Currencies.Select(line => new Measure([.. VariantData.Words(line[1..]).Select(word => (string[])[word])])
        {
            Before = line[0],
        }),
    ];

    private readonly string[][] _numbered = [.. words.Data.Numbered.Select(VariantData.Words)];
    private readonly string[] _minus = VariantData.Words(words.Data.Minus);

    private readonly (string[] Says, string[] Digits)[] _fractions =
    [
        .. words.Data.Fractions.Select(VariantData.Words).Select(line => (line[..^2], line[^2..])),
    ];

    // With which a number begins that has several words.
    private readonly FrozenSet<string> _firstWords = words
        .Data.Counted.Where(count => count.Says.Length > 1)
        .Select(count => count.Says[0])
        .Concat(words.Data.Fractions.Select(line => VariantData.Words(line)[0]))
        .Concat(VariantData.Words(words.Data.Minus))
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a word is digits alone.</summary>
    public static bool IsNumber(ReadOnlySpan<char> word) => !word.ContainsAnyExceptInRange('0', '9');

    /// <summary>A number as its digits, whichever way it is written, behind other words.</summary>
    /// <param name="digits">Its digits.</param>
    public static IEnumerable<VariantPart[]> Written(string digits)
    {
        yield return [new VariantPart(digits) { Signs = Whole }];
        if (IsNumber(digits) && digits.Length > GroupOfDigits && digits[0] != '0')
            yield return Groups(digits);
    }

    /// <summary>The number at a place of a phrase, in digits, and how many parts it has; none where no number stands there.</summary>
    public static (string Digits, int Length) NumberAt(IReadOnlyList<VariantPart> parts, int at)
    {
        if (at >= parts.Count || parts[at].Word is not { } word || !IsNumber(word))
            return ("", 0);
        var end = at + 1;
        while (
            word.Length <= GroupOfDigits
            && end < parts.Count
            && parts[end] is { Signs.Before: ',', Word: { Length: GroupOfDigits } group }
            && IsNumber(group)
        )
            end++;
        return (string.Concat(Enumerable.Range(at, end - at).Select(place => parts[place].Word)), end - at);
    }

    /// <summary>Whether a part is a number with a sign that is said.</summary>
    public bool IsSigned(IReadOnlyList<VariantPart> parts, int at) =>
        IsNumber(parts[at].Word!)
        && (
            parts[at].Signs.After == "%"
            || parts[at].Signs.Before is '#' or '-'
            || _measures.Any(measure => measure.Before != '\0' && measure.Before == parts[at].Signs.Before)
        );

    /// <summary>The wordings of a number at a place of a phrase, with its sign and its unit.</summary>
    public IEnumerable<Rewriting> At(IReadOnlyList<VariantPart> parts, int at)
    {
        if (
            !MayBegin(parts[at].Word!)
            || parts[at].Signs.Before is '/' or ','
            || (at > 0 && _goesOn.Contains((parts[at - 1].Word, parts[at].Word)))
        )
            return [];
        var fractions = FractionsAt(parts, at);
        if (_minus.Length == 1 && parts[at].Word == _minus[0] && Read(parts, at + 1) is { Length: > 0 } less)
            return fractions.Concat(Negative(less.Digits, less.Length + 1));
        if (Read(parts, at) is { Length: > 0 } number)
            return fractions.Concat(Of(number.Digits, number.Length, parts, at));
        return parts[at].Word is [>= '0' and <= '9', ..] ? fractions.Concat(OfJoined(parts, at)) : fractions;
    }

    // Most words are no number, nor part of one.
    private bool MayBegin(string word) =>
        char.IsAsciiDigit(word[0]) || _firstWords.Contains(word) || _saidCounts.ContainsKey(word) || words.DigitsOf(word) is not null;

    // "Half price", "1/2 price".
    private IEnumerable<Rewriting> FractionsAt(IReadOnlyList<VariantPart> parts, int at)
    {
        foreach (var (says, digits) in _fractions)
        {
            if (parts.Count > says.Length && Follows(says, parts, at))
                yield return Saying(
                    says.Length,
                    [
                        new VariantPart(digits[0]) { Signs = WordSigns.None with { IsWholeBefore = true } },
                        new VariantPart(digits[1]) { Signs = WordSigns.None with { Before = '/' } },
                    ]
                );
            if (parts.Count > 2 && Follows(digits, parts, at) && parts[at + 1].Signs.Before == '/')
                yield return Saying(2, says.Select(word => new VariantPart(word)));
        }
    }

    private (string Digits, int Length) Read(IReadOnlyList<VariantPart> parts, int at)
    {
        if (at >= parts.Count || parts[at].Word is not { } word)
            return default;
        if (NumberAt(parts, at) is { Length: > 0 } written)
            return written;
        foreach (var (digits, says) in _countsByFirst.GetValueOrDefault(word, []))
        {
            if (Follows(says, parts, at))
                return (digits, says.Length);
        }

        if (_saidCounts.ContainsKey(word))
            return (word, 1);
        return words.DigitsOf(word) is { } numeral ? (numeral, 1) : default;
    }

    private IEnumerable<Rewriting> Of(string digits, int length, IReadOnlyList<VariantPart> parts, int at)
    {
        var signs = parts[at].Signs;
        if (signs.Before == '#' && parts.Count == length)
            return _numbered.Select(says => Saying(length, [.. says.Select(VariantPart.Exact), Plain(digits)]));
        if (signs.Before == '-')
            return Negative(digits, length);
        var isFirst = at == 0;
        foreach (var measure in _measures)
        {
            if (measure.Before != '\0' && signs.Before == measure.Before)
                return InMeasure(digits, length, measure, isFirst, all: false);
            if (measure.After.Length > 0 && parts[at + length - 1].Signs.After == measure.After)
                return InMeasure(digits, length, measure, isFirst, all: false);
        }

        var isTime = at + length < parts.Count && parts[at + length] is { Word: "00", Signs.Before: ':' };
        var end = at + length + (isTime ? 1 : 0);
        var found = _measures
            .Where(measure => measure.IsTime || !isTime)
            .SelectMany(measure =>
                measure
                    .Words.Where(says => Follows(says, parts, end))
                    .Take(1)
                    .SelectMany(says => InMeasure(digits, end + says.Length - at, measure, isFirst, all: true))
            );
        return found.Concat(Numbers(digits, isFirst).Skip(Known(digits, length)).Select(number => Saying(length, number)));
    }

    // A number of one part is found as it is; a year has no thousands.
    private static int Known(string digits, int length)
    {
        if (length > 1)
            return 0;
        return IsYear(digits) ? 2 : 1;
    }

    // "5mb", "9am"; but "5G" is no gram.
    private IEnumerable<Rewriting> OfJoined(IReadOnlyList<VariantPart> parts, int at)
    {
        var joined = parts[at];
        var length = joined.Word.AsSpan().IndexOfAnyExceptInRange('0', '9');
        var (digits, unit) = (joined.Word![..length], joined.Word[length..]);
        return from measure in _measures
            where !(joined.IsInCapitals && measure.IsSmall(unit))
            from says in measure.Words.Where(says => says[0] == unit && Follows(says[1..], parts, at + 1)).Take(1)
            from wording in InMeasure(digits, says.Length, measure, at == 0, all: true)
            select wording;
    }

    private IEnumerable<Rewriting> Negative(string digits, int length)
    {
        yield return Saying(length, [new VariantPart(digits) { Signs = Whole with { Before = '-' } }]);
        yield return Saying(length, [new VariantPart(_minus.FirstOrDefault("minus")), Plain(digits)]);
    }

    private IEnumerable<Rewriting> InMeasure(string digits, int length, Measure measure, bool isFirst, bool all)
    {
        var numbers = Numbers(digits, isFirst).ToList();
        if (measure.Before != '\0')
            yield return Saying(length, Signed(Plain(digits), signs => signs with { Before = measure.Before, IsPositive = false }));
        if (measure.Before != '\0' && digits.Length > GroupOfDigits)
            yield return Saying(
                length,
                [.. Signed(Groups(digits)[0], signs => signs with { Before = measure.Before }), .. Groups(digits)[1..]]
            );
        if (measure.After.Length > 0)
            yield return Saying(length, Signed(numbers[0][0], signs => signs with { After = measure.After }));
        foreach (var says in measure.Words)
            yield return Saying(length, [.. numbers[0], .. says.Select(Said)]);
        foreach (var says in all ? measure.Words : [])
        {
            var unit = says[0];
            VariantPart[] behind = [.. says.Skip(1).Select(Said)];
            if (!measure.HasSign)
                yield return Saying(
                    length,
                    [
                        VariantPart.Exact(digits + unit) with
                        {
                            Signs = numbers[0][0].Signs with { IsWholeBehind = false, IsSmall = measure.IsSmall(unit) },
                        },
                        .. behind,
                    ]
                );
            if (!measure.IsTime)
                continue;
            yield return Saying(length, [numbers[0][0], Minutes("00"), Said(unit), .. behind]);
            yield return Saying(length, [numbers[0][0], Minutes("00" + unit), .. behind]);
        }

        foreach (var number in numbers.Skip(1))
            yield return Saying(length, [.. number, .. measure.Words[0].Select(word => new VariantPart(word))]);
    }

    private static VariantPart[] Signed(VariantPart number, Func<WordSigns, WordSigns> signs) =>
        [number with { Signs = signs(number.Signs) }];

    // "Hours" finds "hour" itself; "hr" is found as it is.
    private static VariantPart Said(string word) => word.Length > LongestAbbreviation ? new VariantPart(word) : VariantPart.Exact(word);

    // In digits, said, and in groups of digits.
    private IEnumerable<VariantPart[]> Numbers(string digits, bool isFirst)
    {
        yield return [Plain(digits) with { Signs = Whole with { IsPositive = isFirst } }];
        foreach (var grouped in Written(digits).Skip(1))
            yield return grouped;
        foreach (var says in _saidCounts.GetValueOrDefault(digits, []))
            yield return
            [
                VariantPart.Exact(says[0]) with
                {
                    Signs = WordSigns.None with { IsWholeBefore = true },
                },
                .. says.Skip(1).Select(word => VariantPart.Exact(word) with { Signs = WordSigns.None with { IsJoined = true } }),
            ];
    }

    private static VariantPart Minutes(string minutes) => VariantPart.Exact(minutes) with { Signs = WordSigns.None with { Before = ':' } };

    private static VariantPart Plain(string digits) => new(digits) { Signs = Whole };

    private static bool Follows(string[] says, IReadOnlyList<VariantPart> parts, int at) =>
        at + says.Length <= parts.Count && !says.Where((word, place) => parts[at + place].Word != word).Any();

    private static Rewriting Saying(int length, IEnumerable<VariantPart> parts) => new(length, [.. parts], WordingKind.Number);

    private static VariantPart[] Groups(string digits)
    {
        var first = digits.Length % GroupOfDigits == 0 ? GroupOfDigits : digits.Length % GroupOfDigits;
        VariantPart[] groups =
        [
            new VariantPart(digits[..first]) { Signs = WordSigns.None with { IsWholeBefore = true } },
            .. digits[first..].Chunk(GroupOfDigits).Select(group => new VariantPart(new string(group)) { Signs = Behind }),
        ];
        groups[^1] = groups[^1] with { Signs = Behind with { IsWholeBehind = true } };
        return groups;
    }

    private static bool IsYear(string digits) =>
        digits.Length == 4 && (digits.StartsWith("19", StringComparison.Ordinal) || digits.StartsWith("20", StringComparison.Ordinal));

    /// <summary>What a number counts, with all that it is called.</summary>
    private sealed record Measure(string[][] Words)
    {
        /// <summary>The sign before the number; none where it is 0.</summary>
        public char Before { get; init; }

        /// <summary>The sign behind the number; none where it is empty.</summary>
        public string After { get; init; } = "";

        /// <summary>Whether it is half of a day.</summary>
        public bool IsTime { get; init; }

        /// <summary>Units of one letter that are another one in capitals.</summary>
        public string Small { get; init; } = "";

        public bool IsSmall(string unit) => unit.Length == 1 && Small.Contains(unit, StringComparison.Ordinal);

        public bool HasSign => Before != '\0' || After.Length > 0;
    }
}
