using AutoResolve.Cli.Hosting;
using AutoResolve.Cli.Rendering;
using AutoResolve.Insights.Figures;
using AutoResolve.Insights.Figures.Mapping;
using AutoResolve.Insights.Figures.Reporting;

namespace AutoResolve.Cli.Figures;

/// <summary>Reads baselines, and sees that a report can be compared with one.</summary>
internal static class BaselineFile
{
    private const int Largest = 64 * 1024 * 1024;

    /// <param name="path">The file.</param>
    /// <param name="filter">Which issues the report counts.</param>
    /// <param name="grace">Its days of grace.</param>
    /// <param name="map">What rules call the names of people; null where that is the same.</param>
    /// <returns>The baseline, of the same issues only.</returns>
    /// <exception cref="CommandFailure">It is no baseline, or one of other issues.</exception>
    public static Baseline Read(string path, FigureFilter filter, int grace, FigureMap? map)
    {
        var baseline = Read(path);
        if (map is not null && !baseline.HasDecisions)
            baseline = map.Of(baseline);
        if (baseline.Grace != grace)
            throw CommandFailure.Usage(
                $"The baseline counts an answer as good after {Plural.Of(baseline.Grace, "day")}, this report "
                    + $"after {grace}. Give --grace {baseline.Grace}, or freeze the baseline again."
            );
        if (!baseline.Filter.Includes(filter))
            throw CommandFailure.Usage(
                $"The baseline has only issues of "
                    + $"{string.Join(", ", baseline.Filter.Set.Select(entry => $"{entry.Name} '{SafeText.Start(entry.Value, 40)}'"))}. "
                    + $"Give the same filters, or freeze the baseline without them."
            );
        foreach (var (dimension, value) in filter.Set.Select(entry => (Dimension.All[entry.Name], entry.Value)))
        {
            if (!dimension.IsKnownIn(baseline.Cells))
                throw CommandFailure.Environment(
                    $"The baseline names no {dimension.Plural}, so it has nothing of "
                        + $"{dimension.Heading.ToLowerInvariant()} '{SafeText.Start(value, 40)}' to compare with. "
                        + $"Leave the filter out, or --baseline."
                );
        }

        return baseline.Where(filter);
    }

    /// <exception cref="CommandFailure">It could not be read again.</exception>
    public static void Check(string content)
    {
        if (content.Length > Largest || Baseline.Read(content) is null)
            throw CommandFailure.Environment(
                "This period has more kinds of issues than a baseline can hold. Count only some of them, with --team or --type."
            );
    }

    private static Baseline Read(string path)
    {
        try
        {
            if (Directory.Exists(path))
                throw CommandFailure.Environment($"'{SafeText.Line(path)}' is a folder; '--baseline' names a file.");
            if (new FileInfo(path).Length > Largest)
                throw CommandFailure.Environment($"'{SafeText.Line(path)}' is larger than any baseline.");
            return Baseline.Read(File.ReadAllText(path))
                ?? throw CommandFailure.Environment(
                    $"'{SafeText.Line(path)}' is not a baseline. Write one with: autoresolve baseline freeze"
                );
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandFailure.Refused("read", path, exception);
        }
    }
}
