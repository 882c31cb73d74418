using System.Collections.Frozen;

namespace AutoResolve.Privacy;

/// <summary>Telephone numbers that are answers, not personal data: they stay.</summary>
/// <param name="numbers">The organisation's own: their digits.</param>
internal sealed class PublicNumber(IReadOnlyList<string> numbers) : INumberShape
{
    public const int MaxDigits = 15;

    private const int FreephoneDigits = 10;

    // Freephone numbers are never a person's.
    private static readonly FrozenSet<string> Freephone = FrozenSet.ToFrozenSet(["800", "833", "844", "855", "866", "877", "888"]);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Codes = Freephone.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _own = numbers
        .ToFrozenSet(StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    public NumberMatch Match(NumberText text, int run, WordKind context)
    {
        var first =
            text.Runs[run].Length == 1
            && text.Value(run) == 1
            && run + 1 < text.Runs.Length
            && text.AreJoined(run, PhoneNumber.Separators, PhoneNumber.MaxSeparators)
                ? 1
                : 0;
        var runs = RunsOf(text, run + first);
        if (runs > 0)
        {
            Span<char> digits = stackalloc char[FreephoneDigits];
            text.Digits(run + first, runs, digits);
            if (Codes.Contains(digits[..3]))
                return NumberMatch.Stays(first + runs);
        }

        return numbers.Count > 0 ? Own(text, run) : NumberMatch.None;
    }

    // In how many runs of digits a telephone number is written; 0 where none is.
    private static int RunsOf(NumberText text, int run)
    {
        if (text.HasShape(run, [3, 3, 4], PhoneNumber.Separators, PhoneNumber.MaxSeparators))
            return 3;
        return text.HasShape(run, [FreephoneDigits], "") ? 1 : 0;
    }

    // No number goes on behind it: what begins with a public number may be a card's.
    private NumberMatch Own(NumberText text, int run)
    {
        Span<char> digits = stackalloc char[MaxDigits];
        for (var (runs, written) = (1, 0); written + text.Runs[run + runs - 1].Length <= MaxDigits; runs++)
        {
            written += text.Digits(run + runs - 1, 1, digits[written..]);
            var goesOn = run + runs < text.Runs.Length && text.AreJoined(run + runs - 1, PhoneNumber.Separators, PhoneNumber.MaxSeparators);
            if (_own.Contains(digits[..written]) && (!goesOn || text.Between(run + runs - 1).Contains(' ')))
                return NumberMatch.Stays(runs);
            if (!goesOn)
                break;
        }

        return NumberMatch.None;
    }
}
