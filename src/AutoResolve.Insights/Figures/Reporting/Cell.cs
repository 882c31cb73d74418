using System.Globalization;
using AutoResolve.Insights.Figures.Changes;
using AutoResolve.Insights.Measuring;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>A value of a table: as people read it, and as programs do.</summary>
internal sealed record Cell(string Text, JToken? Value)
{
    /// <summary>Nothing is known.</summary>
    public static readonly Cell None = new("–", null);

    private const double Unlikely = 0.05;
    private const double VeryUnlikely = 0.01;

    public static Cell Of(string? text) => text is null ? None : new Cell(text, text);

    public static Cell Count(long count) => new(Number(count), count);

    public static Cell About(double? count, int decimals = 0) =>
        count is { } known && double.IsFinite(known) ? new Cell(Number(known, decimals), Math.Round(known, 4)) : None;

    /// <summary>Minutes; where they are not known of all issues, of how many.</summary>
    public static Cell Work(HandleTimeTotal work)
    {
        if (!work.IsKnown)
            return None;
        var isOfAll = work.Unknown == 0;
        var text = isOfAll
            ? Number(work.Minutes)
            : $"{Number(work.Minutes)}, for {Number(work.Issues)} of {Number(work.Issues + work.Unknown)}";
        return new Cell(text, Math.Round(work.Minutes, 4));
    }

    public static Cell Rate(Proportion share) =>
        share.Of == 0
            ? None
            : new Cell(
                $"{Percent(share.Value)} ({Tenth(share.Lower)} to {Tenth(share.Upper)}), n = {Number(share.Of)}",
                new JObject
                {
                    ["hits"] = share.Hits,
                    ["of"] = share.Of,
                    ["value"] = Round(share.Value),
                    ["lower"] = Round(share.Lower),
                    ["upper"] = Round(share.Upper),
                }
            );

    /// <summary>By how much there are more or fewer than before, a day.</summary>
    public static Cell Change(CountChange change)
    {
        if (change.Before == 0)
            return new Cell(change.Now == 0 ? "–" : "new", null);
        var value = new JObject
        {
            ["ratio"] = Round(change.Ratio),
            ["lower"] = Round(change.Lower),
            ["upper"] = double.IsFinite(change.Upper) ? Round(change.Upper) : null,
        };
        return new Cell(
            change.Now == 0 ? "none" : $"{Signed(change.Ratio - 1)} % ({Signed(change.Lower - 1)} to {Signed(change.Upper - 1)})",
            value
        );
    }

    /// <summary>By how many points a share is larger or smaller than before.</summary>
    public static Cell Points(Difference difference) =>
        double.IsNaN(difference.Value)
            ? None
            : new Cell(
                $"{Signed(difference.Value)} ({Signed(difference.Lower)} to {Signed(difference.Upper)}), n = {Number(difference.Of)}",
                new JObject
                {
                    ["value"] = Round(difference.Value),
                    ["lower"] = Round(difference.Lower),
                    ["upper"] = Round(difference.Upper),
                    ["of"] = difference.Of,
                }
            );

    /// <summary>How likely it is by chance, first in words.</summary>
    public static Cell ByChance(double p) => double.IsNaN(p) ? None : new Cell($"{Likelihood(p)} ({Probability(p)})", p);

    public static string Issues(long issues) => issues == 1 ? "1 issue" : $"{Number(issues)} issues";

    public static string Number(double number, int decimals = 0) =>
        Math.Round(number, decimals).ToString(decimals == 0 ? "#,0" : "#,0.0", CultureInfo.InvariantCulture);

    public static string Percent(double share) => $"{Tenth(share)} %";

    public static string Signed(double share) =>
        double.IsFinite(share) ? (share * 100).ToString("+#,0.0;−#,0.0;0.0", CultureInfo.InvariantCulture) : "?";

    private static string Likelihood(double p) =>
        p switch
        {
            < VeryUnlikely => "very unlikely",
            < Unlikely => "unlikely",
            _ => "may be chance",
        };

    private static string Probability(double p) => p < 0.0001 ? "< 0.0001" : p.ToString("0.0000", CultureInfo.InvariantCulture);

    private static string Tenth(double share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture);

    private static double Round(double value) => Math.Round(value, 4);
}
