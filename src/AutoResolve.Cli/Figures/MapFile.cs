using AutoResolve.Cli.Hosting;
using AutoResolve.Cli.Rendering;
using AutoResolve.Insights.Figures.Mapping;
using AutoResolve.Insights.Figures.Reporting;

namespace AutoResolve.Cli.Figures;

/// <summary>Reads maps from the names of people to those of rules, and sees that none is missing.</summary>
internal static class MapFile
{
    private const int Largest = 16 * 1024 * 1024;

    /// <returns>Null where no file is given.</returns>
    /// <exception cref="CommandFailure">It cannot be read, or is no map.</exception>
    public static FigureMap? Read(string? path)
    {
        if (path is null)
            return null;
        try
        {
            if (Directory.Exists(path))
                throw CommandFailure.Environment($"'{SafeText.Line(path)}' is a folder; '--map' names a file.");
            if (new FileInfo(path).Length > Largest)
                throw CommandFailure.Environment($"'{SafeText.Line(path)}' is larger than any map.");
            return FigureMapReader.Read(SafeText.Line(path), File.ReadAllText(path));
        }
        catch (FigureMapException exception)
        {
            throw Unusable(exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandFailure.Refused("read", path, exception);
        }
    }

    /// <summary>
    /// Refuses names in the map that no rule has. Refuses to compare names of people with those of rules by how they are spelled, and
    /// prints
    /// the map that is missing.
    /// </summary>
    /// <exception cref="CommandFailure">Some names are on no map, or of no rule.</exception>
    public static void Check(ReportInput input, FigureMap? map, Terminal terminal)
    {
        try
        {
            if (map is not null)
                MapCheck.Check(input, map);
        }
        catch (FigureMapException exception)
        {
            throw Unusable(exception);
        }

        if (MapDraft.Of(input, map) is not { } draft)
            return;
        terminal.Out.Line(draft.ToString().TrimEnd());
        throw CommandFailure.Environment(SafeText.Line(draft.Message));
    }

    private static CommandFailure Unusable(FigureMapException exception) =>
        CommandFailure.Environment($"The map cannot be used.\n{exception.Message}");
}
