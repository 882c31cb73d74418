using System.CommandLine;
using System.Globalization;
using AutoResolve.Cli.Running;
using AutoResolve.Insights.Figures;

namespace AutoResolve.Cli.Options;

/// <summary>The option that says what a desk wants to reach.</summary>
internal static class GoalArguments
{
    public static Option<Dictionary<string, string>> Create()
    {
        var option = NamedValues.Create(
            "--goal",
            "What reports show as a goal, in percent of the issues: held, at least so many answered or fixed for "
                + "good; people, at most so many with people. Repeatable.",
            StringComparer.OrdinalIgnoreCase,
            "held=40"
        );
        option.HelpName = "NAME=PERCENT";
        return option;
    }

    /// <exception cref="CommandFailure">There is no such goal, or it is no percent.</exception>
    public static FigureGoals Read(IReadOnlyDictionary<string, string> given)
    {
        if (given.Keys.FirstOrDefault(name => name.ToUpperInvariant() is not ("HELD" or "PEOPLE")) is { } unknown)
            throw CommandFailure.Usage($"'--goal' takes held or people; found '{SafeText.Start(unknown, 40)}'.");
        return new FigureGoals(Percent(given, "held"), Percent(given, "people"));
    }

    private static double? Percent(IReadOnlyDictionary<string, string> given, string name)
    {
        if (!given.TryGetValue(name, out var text))
            return null;
        return
            double.TryParse(text.TrimEnd('%', ' '), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            && percent is >= 0 and <= 100
            ? percent
            : throw CommandFailure.Usage($"'--goal {name}={SafeText.Start(text, 40)}' is not a percentage from 0 to 100.");
    }
}
