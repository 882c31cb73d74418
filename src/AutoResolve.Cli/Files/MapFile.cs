using AutoResolve.Cli.Running;
using AutoResolve.Insights.Figures.Mapping;

namespace AutoResolve.Cli.Files;

/// <summary>Reads maps from the names of people to those of rules.</summary>
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
            return FigureMap.Read(SafeText.Line(path), File.ReadAllText(path));
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

    /// <summary>What the user is told of a map that cannot be used.</summary>
    public static CommandFailure Unusable(FigureMapException exception) =>
        CommandFailure.Environment($"The map cannot be used.\n{exception.Message}");
}
