using System.Globalization;

namespace AutoResolve.Intake.Dates;

/// <summary>What is said of dates that cannot be read.</summary>
internal static class DateCure
{
    /// <summary>What a reader may write, in words.</summary>
    public const string Known =
        "2026-10-31, 2026-10-31T14:30Z, 2026-10-31 14:30, 10/31/2026 2:30 PM, 31.10.2026, 31-Oct-2026, 31/Oct/26 2:30 PM, Oct 31, 2026, "
        + "Fri, 31 Oct 2026 14:30:00 +0000, and seconds since 1970";

    /// <summary>What to do about a date that is not read.</summary>
    public static string Of(string text, DateOrder order)
    {
        if (DateReader.Numbers(text) is not var (first, second))
            return "write 2026-10-31";
        if (!DateReader.IsAmbiguous(text))
            return "write 2026-10-31, or say --day-first or --month-first if that is the order";
        var readings = string.Create(CultureInfo.InvariantCulture, $"it is {Name(first)} {second} or {Name(second)} {first}");
        return order.IsMixed
            ? $"{readings}, and other dates of the file have both orders; write 2026-10-31"
            : $"{readings}, and no other date shows which: say --month-first or --day-first";
    }

    private static string Name(int month) => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);
}
