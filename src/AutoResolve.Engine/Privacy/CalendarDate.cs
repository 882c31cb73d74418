using System.Buffers;
using System.Collections.Frozen;

namespace AutoResolve.Privacy;

/// <summary>A date: one of birth, or so old that it may be one, is personal; one of the issue stays.</summary>
internal sealed class CalendarDate : INumberShape
{
    // Nobody reports what went wrong on a page before this year; whoever writes so old a day writes about a life.
    private const int FirstHarmlessYear = 2010;

    // Two digits up to this one are of this century.
    private const int LastShortYear = 29;

    // What may stand between the day and the year: "3rd, ".
    private static readonly SearchValues<char> Ordinal = SearchValues.Create(" ,.'stndrhSTNDRH");

    private static readonly FrozenSet<string> Months = FrozenSet.ToFrozenSet(
        [
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "jan",
            "feb",
            "mar",
            "apr",
            "jun",
            "jul",
            "aug",
            "sept",
            "sep",
            "oct",
            "nov",
            "dec",
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre",
            "octubre",
            "noviembre",
            "diciembre",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> MonthNames = Months.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    public NumberMatch Match(NumberText text, int run, WordKind context)
    {
        var isBirth = context == WordKind.Birth;
        if (Numeric(text, run, isBirth) is { Runs: > 0 } numeric)
            return numeric;
        return Named(text, run, isBirth) is { Runs: > 0 } named ? named : Compact(text, run, isBirth);
    }

    private static NumberMatch Numeric(NumberText text, int run, bool isBirth)
    {
        if (run + 2 >= text.Runs.Length || text.Runs[run + 1].Length > 2)
            return NumberMatch.None;
        var (first, third) = (text.Runs[run].Length, text.Runs[run + 2].Length);
        var (day, month, year) = first == 4 && third <= 2 ? (run + 1, run + 2, run) : (run, run + 1, run + 2);
        if (
            !(first == 4 ? third <= 2 : first <= 2 && third is 2 or 4)
            || !AreDayAndMonth(text.Value(day), text.Value(month))
            || !(AreJoined(text, run) || text.IsGrouped(run, 3) || (isBirth && AreAlike(text, run)))
            || (text.Between(run).Trim(" \t\r\n").IsEmpty && !isBirth)
        )
            return NumberMatch.None;
        return Of(text.Runs[year].Length == 2 ? Year(text.Value(year)) : text.Value(year), 3, isBirth);
    }

    private static bool AreJoined(NumberText text, int run) =>
        text.AreJoined(run, "/-. ", 3)
        && text.AreJoined(run + 1, "/-. ", 3)
        && text.Between(run).Trim(' ').IsEmpty == text.Between(run + 1).Trim(' ').IsEmpty;

    // "3, 14, 1961" is a list, unless it is called a birthday.
    private static bool AreAlike(NumberText text, int run) =>
        DigitGap.Of(text.Between(run)) is { Kind: not DigitGapKind.Apart } gap && DigitGap.Of(text.Between(run + 1)) == gap;

    private static NumberMatch Named(NumberText text, int run, bool isBirth)
    {
        var before = MonthBefore(text.Text[..text.Runs[run].Start]);
        var hasNext = run + 1 < text.Runs.Length;
        if (text.Runs[run].Length <= 2 && hasNext && text.Runs[run + 1].Length is 2 or 4)
        {
            var year = text.Runs[run + 1].Length == 4 ? text.Value(run + 1) : Year(text.Value(run + 1));
            var between = text.Between(run);
            if (before > 0 && between.Length <= 6 && !between.ContainsAnyExcept(Ordinal))
                return Of(year, 2, isBirth) with { Before = before };
            if (between.Length <= 24 && MonthBefore(between) > 0)
                return Of(year, 2, isBirth);
        }

        if (before > 0 && text.Runs[run].Length == 4 && text.Value(run) is > 1900 and < 2100)
            return Of(text.Value(run), 1, isBirth) with { Before = before };
        return before > 0 && isBirth ? new NumberMatch(1, Placeholder.Other, before) : NumberMatch.None;
    }

    private static NumberMatch Compact(NumberText text, int run, bool isBirth)
    {
        var (value, length) = (text.Value(run), text.Runs[run].Length);
        if (
            length == 8
            && !char.IsLetter(text.Before(run))
            && value / 10_000 is >= 1900 and < 2100
            && value / 100 % 100 is >= 1 and <= 12
            && value % 100 is >= 1 and <= 31
        )
            return Of(value / 10_000, 1, isBirth);
        return isBirth && length is 4 or 6 or 8 ? new NumberMatch(1, Placeholder.Other) : NumberMatch.None;
    }

    private static NumberMatch Of(int year, int runs, bool isBirth)
    {
        if (year is < 1900 or > 2099)
            return NumberMatch.None;
        return isBirth || year < FirstHarmlessYear ? new NumberMatch(runs, Placeholder.Other) : NumberMatch.Stays(runs);
    }

    private static int Year(int two) => two <= LastShortYear ? 2000 + two : 1900 + two;

    private static bool AreDayAndMonth(int one, int other) =>
        (one is >= 1 and <= 12 && other is >= 1 and <= 31) || (other is >= 1 and <= 12 && one is >= 1 and <= 31);

    /// <returns>How many characters the name of a month at the end takes, with what follows it; 0 where there is none.</returns>
    private static int MonthBefore(ReadOnlySpan<char> text)
    {
        var end = text.TrimEnd(" .,");
        var word = LastWord(end);
        if (word is "de" or "del" or "of" or "the")
        {
            end = end[..^word.Length].TrimEnd(" .,");
            word = LastWord(end);
        }

        return word.Length >= 3 && MonthNames.Contains(word) ? text.Length - end.Length + word.Length : 0;
    }

    private static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> text)
    {
        var start = text.Length;
        while (start > 0 && text.Length - start < 12 && char.IsLetter(text[start - 1]))
            start--;
        return text[start..];
    }
}
