using System.Collections.Frozen;

namespace AutoResolve.Words.Variants;

/// <summary>
/// How numbers, their signs and their units are also written: "1,000" and "1000", "24" and "twenty-four", "5 %" and "5 percent", "£20" and
/// "20 pounds", "9am" and "9:00 a.m.".
/// </summary>
/// <param name="words">What single words find in the language.</param>
internal sealed class Quantities(WordVariants words)
{
    /// <summary>How many digits stand between two signs for thousands.</summary>
    public const int GroupOfDigits = 3;

    private static readonly WordSigns Whole = WordSigns.None with { IsWholeBefore = true, IsWholeBehind = true };

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

    private readonly AmountReader _amounts = new(words);
    private readonly string[][] _numbered = [.. words.Data.Numbered.Select(VariantData.Words)];
    private readonly string[] _minus = VariantData.Words(words.Data.Minus);

    private readonly (string[] Says, string[] Digits)[] _fractions =
    [
        .. words.Data.Fractions.Select(VariantData.Words).Select(line => (line[..^2], line[^2..])),
    ];

    private readonly FrozenSet<string> _fractionStarts = words
        .Data.Fractions.Select(VariantData.Words)
        .SelectMany(line => (string[])[line[0], line[^2]])
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A number as its digits, whichever way it is written, behind other words.</summary>
    /// <param name="digits">Its digits.</param>
    /// <param name="byBlank">Whether a blank may part its thousands.</param>
    public static IEnumerable<VariantPart[]> Written(string digits, bool byBlank)
    {
        yield return
        [
            new VariantPart(digits) { Signs = Whole with { HasThousandsBehindBlank = byBlank && digits.Length == GroupOfDigits } },
        ];
        if (AmountReader.IsNumber(digits) && digits.Length > GroupOfDigits && digits[0] != '0')
            yield return Groups(digits, byBlank);
    }

    /// <summary>Whether a part is a number with a sign that is said.</summary>
    public bool IsSigned(IReadOnlyList<VariantPart> parts, int at) =>
        AmountReader.IsNumber(parts[at].Word!)
        && (
            parts[at].Signs.After == "%"
            || parts[at].Signs.Before is '#' or '-'
            || _measures.Any(measure => measure.IsSigned(parts[at].Signs, parts[at].Signs))
        );

    /// <summary>The wordings of a number at a place of a phrase, with its sign and its unit.</summary>
    public IEnumerable<Rewriting> At(IReadOnlyList<VariantPart> parts, int at)
    {
        if (
            parts[at].Signs.Before is '/' or WordSigns.Grouped or WordSigns.GroupedByBlank or WordSigns.Fraction
            || (at > 0 && _goesOn.Contains((parts[at - 1].Word, parts[at].Word)))
        )
            return [];
        var fractions = FractionsAt(parts, at);
        if (parts[at].Signs.After == "/")
            return fractions;
        if (_minus.Contains(parts[at].Word) && _amounts.Read(parts, at + 1) is { Length: > 0 } less)
            return fractions.Concat(Negative(less with { Length = less.Length + 1 }));
        if (
            parts[at].Word is { } code
            && Measure.IsCode(code)
            && CurrencyOf(code) is { } currency
            && _amounts.Read(parts, at + 1) is { Length: > 0 } amount
        )
            return InMeasure(amount with { Length = amount.Length + 1 }, currency, at == 0);
        if (_amounts.Read(parts, at) is { Length: > 0 } number)
            return fractions.Concat(Of(number, parts, at));
        return parts[at].Word is [>= '0' and <= '9', ..] word && !AmountReader.IsNumber(word)
            ? fractions.Concat(OfJoined(parts, at))
            : fractions;
    }

    private Measure? CurrencyOf(string code) => Array.Find(_measures, measure => measure.Codes.Contains(code));

    // "Half price", "1/2 price". Nearly no word begins one.
    private IEnumerable<Rewriting> FractionsAt(IReadOnlyList<VariantPart> parts, int at) =>
        parts.Count > 1 && parts[at].Word is { } word && _fractionStarts.Contains(word) ? FindFractions(parts, at) : [];

    private IEnumerable<Rewriting> FindFractions(IReadOnlyList<VariantPart> parts, int at)
    {
        foreach (var (says, digits) in _fractions)
        {
            if (parts.Count > says.Length && AmountReader.Follows(says, parts, at))
                yield return Saying(
                    says.Length,
                    [
                        new VariantPart(digits[0]) { Signs = WordSigns.None with { IsWholeBefore = true } },
                        new VariantPart(digits[1]) { Signs = WordSigns.None with { Before = '/' } },
                    ]
                );
            if (parts.Count > 2 && AmountReader.Follows(digits, parts, at) && parts[at + 1].Signs.Before == '/')
                yield return Saying(2, says.Select(word => new VariantPart(word)));
        }
    }

    private IEnumerable<Rewriting> Of(Amount amount, IReadOnlyList<VariantPart> parts, int at)
    {
        var (signs, length) = (parts[at].Signs, amount.Length);
        if (signs.Before == '#' && parts.Count == length)
            return _numbered.Select(says => Saying(length, [.. says.Select(VariantPart.Exact), Plain(amount.Digits)]));
        if (signs.Before == '-')
            return Negative(amount);
        var isFirst = at == 0;
        if (Array.Find(_measures, measure => measure.IsSigned(signs, parts[at + length - 1].Signs)) is { } signed)
            return InMeasure(amount, signed, isFirst);
        var isTime = at + length < parts.Count && parts[at + length] is { Word: "00", Signs.Before: ':' };
        var end = at + length + (isTime ? 1 : 0);
        var found = _measures
            .Where(measure => measure.IsTime || !isTime)
            .SelectMany(measure =>
                measure
                    .Words.Where(says => AmountReader.Follows(says, parts, end))
                    .Take(1)
                    .SelectMany(says => InMeasure(amount with { Length = end + says.Length - at }, measure, isFirst))
            )
            .ToList();
        var withCents = found.Count > 0 || at + length == parts.Count ? [] : WithCents(amount, isFirst);
        return found.Concat(Numbers(amount, isFirst).Skip(Known(amount)).Concat(withCents).Select(number => Saying(length, number)));
    }

    // A number of one part is found as it is; a year has no thousands.
    private static int Known(Amount amount)
    {
        if (amount.Length > 1)
            return 0;
        return IsYear(amount.Digits) ? 2 : 1;
    }

    // "5mb", "9am"; but "5G" is no gram.
    private IEnumerable<Rewriting> OfJoined(IReadOnlyList<VariantPart> parts, int at)
    {
        var joined = parts[at];
        var length = joined.Word.AsSpan().IndexOfAnyExceptInRange('0', '9');
        var (digits, unit) = (joined.Word![..length], joined.Word[length..]);
        return from measure in _measures
            where !(joined.IsInCapitals && measure.IsSmall(unit))
            from says in measure.Words.Where(says => says[0] == unit && AmountReader.Follows(says[1..], parts, at + 1)).Take(1)
            from wording in InMeasure(new Amount(digits, "", says.Length), measure, at == 0)
            select wording;
    }

    private IEnumerable<Rewriting> Negative(Amount amount)
    {
        foreach (var number in All(amount, isFirst: false))
            yield return Saying(amount.Length, WithSign(number, '-'));
        foreach (var minus in _minus)
            yield return Saying(amount.Length, [VariantPart.Exact(minus), .. Numbers(amount, isFirst: false).First()]);
    }

    private IEnumerable<Rewriting> InMeasure(Amount amount, Measure measure, bool isFirst)
    {
        var length = amount.Length;
        var numbers = Numbers(amount, isFirst).ToList();
        foreach (var number in measure.HasSign ? Written(amount, isFirst).Concat(WithCents(amount, isFirst)) : [])
        {
            if (measure.Before != '\0')
                yield return Saying(length, WithSign(number, measure.Before));
            yield return Saying(length, [.. number[..^1], number[^1] with { Signs = number[^1].Signs with { After = measure.Sign } }]);
        }

        var called = measure.Words.Where(says => says.Length == 1).Select(says => says[0]).ToList();
        foreach (var number in called.Count > 0 ? numbers.Concat(WithCents(amount, isFirst)) : [])
            yield return Saying(length, [.. number, VariantPart.AnyOf(called)]);
        foreach (var says in measure.Words.Where(says => says.Length > 1))
            yield return Saying(length, [.. numbers[0], .. says.Select(Said)]);
        foreach (var number in measure.Codes.Count > 0 ? All(amount, isFirst: false) : [])
            yield return Saying(length, [VariantPart.AnyOf(measure.Codes), .. number]);
        if (amount.Fraction.Length == 0)
        {
            foreach (var wording in Joined(amount.Digits, measure, numbers[0][0]))
                yield return Saying(length, wording);
        }
    }

    // "5mb", "9am", "9:00 am", "usd20".
    private static IEnumerable<VariantPart[]> Joined(string digits, Measure measure, VariantPart number)
    {
        if (measure.Codes.Count > 0)
            yield return [VariantPart.Exact(measure.Codes.First() + digits) with { Signs = WordSigns.None with { IsWholeBehind = true } }];
        if (measure.HasSign)
            yield break;
        foreach (var group in measure.Words.GroupBy(says => (IsSmall: measure.IsSmall(says[0]), Behind: string.Join(' ', says.Skip(1)))))
        {
            VariantPart[] behind = [.. group.First().Skip(1).Select(Said)];
            yield return
            [
                VariantPart.AnyOf(group.Select(says => digits + says[0])) with
                {
                    Signs = number.Signs with { IsWholeBehind = false, IsSmall = group.Key.IsSmall },
                },
                .. behind,
            ];
        }

        foreach (var says in measure.IsTime ? measure.Words : [])
        {
            VariantPart[] behind = [.. says.Skip(1).Select(Said)];
            yield return [number, Minutes("00"), Said(says[0]), .. behind];
            yield return [number, Minutes("00" + says[0]), .. behind];
        }
    }

    private static VariantPart[] WithSign(VariantPart[] number, char sign) =>
        [number[0] with { Signs = number[0].Signs with { Before = sign, IsPositive = false } }, .. number[1..]];

    // "Hours" finds "hour" itself; "hr" is found as it is.
    private static VariantPart Said(string word) => VariantPart.AnyOf([word]);

    // In digits, in groups of digits, and said.
    private IEnumerable<VariantPart[]> Numbers(Amount amount, bool isFirst)
    {
        foreach (var number in Written(amount, isFirst))
            yield return number;
        foreach (var says in amount.Fraction.Length == 0 ? _amounts.Said(amount.Digits) : [])
            yield return
            [
                VariantPart.Exact(says[0]) with
                {
                    Signs = WordSigns.None with { IsWholeBefore = true },
                },
                .. says.Skip(1).Select(word => VariantPart.Exact(word) with { Signs = WordSigns.None with { IsJoined = true } }),
            ];
    }

    private IEnumerable<VariantPart[]> Written(Amount amount, bool isFirst)
    {
        foreach (var digits in Written(amount.Digits, words.HasThousandsByBlank))
        {
            var number = isFirst ? [digits[0] with { Signs = digits[0].Signs with { IsPositive = true } }, .. digits[1..]] : digits;
            yield return amount.Fraction.Length == 0 ? number : WithFraction(number, amount.Fraction);
        }
    }

    // "20.00" of 20.
    private IEnumerable<VariantPart[]> WithCents(Amount amount, bool isFirst) =>
        amount.Fraction.Length == 0 ? Written(amount, isFirst).Select(number => WithFraction(number, "0")) : [];

    private IEnumerable<VariantPart[]> All(Amount amount, bool isFirst) => Written(amount, isFirst).Concat(WithCents(amount, isFirst));

    private static VariantPart[] WithFraction(VariantPart[] number, string digits) =>
        [
            .. number[..^1],
            number[^1] with
            {
                Signs = number[^1].Signs with { IsWholeBehind = false },
            },
            new VariantPart(digits)
            {
                Forms = WantedForms.Fraction,
                Signs = WordSigns.None with { Before = WordSigns.Fraction, IsWholeBehind = true },
            },
        ];

    private static VariantPart Minutes(string minutes) => VariantPart.Exact(minutes) with { Signs = WordSigns.None with { Before = ':' } };

    private static VariantPart Plain(string digits) => new(digits) { Signs = Whole };

    private static Rewriting Saying(int length, IEnumerable<VariantPart> parts) => new(length, [.. parts], WordingKind.Number);

    private static VariantPart[] Groups(string digits, bool byBlank)
    {
        var first = digits.Length % GroupOfDigits == 0 ? GroupOfDigits : digits.Length % GroupOfDigits;
        var behind = WordSigns.None with { Before = byBlank ? WordSigns.GroupedByBlank : WordSigns.Grouped };
        VariantPart[] groups =
        [
            new VariantPart(digits[..first]) { Signs = WordSigns.None with { IsWholeBefore = true } },
            .. digits[first..].Chunk(GroupOfDigits).Select(group => new VariantPart(new string(group)) { Signs = behind }),
        ];
        groups[^1] = groups[^1] with { Signs = behind with { IsWholeBehind = true } };
        return groups;
    }

    private static bool IsYear(string digits) =>
        digits.Length == 4 && (digits.StartsWith("19", StringComparison.Ordinal) || digits.StartsWith("20", StringComparison.Ordinal));
}
