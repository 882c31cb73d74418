using System.Collections.Frozen;

namespace AutoResolve.Privacy;

/// <summary>Telephone numbers that are answers, not personal data: they stay.</summary>
internal sealed class FreephoneNumber : INumberShape
{
    private const int Digits = 10;

    // Freephone numbers are never a person's.
    private static readonly FrozenSet<string> Freephone = FrozenSet.ToFrozenSet(["800", "833", "844", "855", "866", "877", "888"]);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Codes = Freephone.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    public NumberMatch Match(NumberText text, int run, ContextKind context)
    {
        var first =
            text.Runs[run].Length == 1
            && text.Value(run) == 1
            && run + 1 < text.Runs.Length
            && text.AreJoined(run, PhoneNumber.Separators, PhoneNumber.MaxSeparators)
                ? 1
                : 0;
        var runs = Runs(text, run + first);
        if (runs == 0)
            return NumberMatch.None;
        Span<char> digits = stackalloc char[Digits];
        text.Digits(run + first, runs, digits);
        return Codes.Contains(digits[..3]) ? NumberMatch.Stays(first + runs) : NumberMatch.None;
    }

    private static int Runs(NumberText text, int run)
    {
        if (text.HasShape(run, [3, 3, 4], PhoneNumber.Separators, PhoneNumber.MaxSeparators))
            return 3;
        return text.HasShape(run, [Digits], "") ? 1 : 0;
    }
}
