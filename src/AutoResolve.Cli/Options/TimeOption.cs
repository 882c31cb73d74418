using System.CommandLine;
using System.Globalization;

namespace AutoResolve.Cli.Options;

/// <summary>An option that is a day or a time; without an offset it is in UTC.</summary>
internal static class TimeOption
{
    /// <param name="name">Its name.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="dayEnds">Whether a day without a time means its end.</param>
    public static Option<DateTimeOffset?> Create(string name, string description, bool dayEnds) =>
        new(name)
        {
            Description = description,
            HelpName = "TIME",
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (
                    DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                    && day < DateOnly.MaxValue
                )
                    return new DateTimeOffset(day.AddDays(dayEnds ? 1 : 0), TimeOnly.MinValue, TimeSpan.Zero);
                if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
                    return time;
                result.AddError(
                    $"'{name}' is a day such as 2026-11-24 or a time such as 2026-11-24T09:30Z; found '{SafeText.Start(text, 40)}'."
                );
                return null;
            },
        };
}
