using System.CommandLine;
using System.Globalization;

namespace AutoResolve.Cli.Options;

/// <summary>An option that is a length of time, such as <c>3d</c>.</summary>
internal static class AgeOption
{
    private const int MaxCount = 100_000;

    public static Option<TimeSpan?> Create(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "TIME",
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                var unit =
                    text.Length < 2
                        ? TimeSpan.Zero
                        : text[^1] switch
                        {
                            'm' => TimeSpan.FromMinutes(1),
                            'h' => TimeSpan.FromHours(1),
                            'd' => TimeSpan.FromDays(1),
                            'w' => TimeSpan.FromDays(7),
                            _ => TimeSpan.Zero,
                        };
                if (
                    unit > TimeSpan.Zero
                    && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                    && count is >= 1 and <= MaxCount
                )
                    return unit * count;
                result.AddError(
                    $"'{name}' is a number of minutes, hours, days or weeks such as 30m, 12h, 3d or 2w; found '{SafeText.Start(text, 40)}'."
                );
                return null;
            },
        };
}
