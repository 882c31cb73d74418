using AutoResolve.Cli.Running;
using AutoResolve.Insights.Figures;

namespace AutoResolve.Cli.Files;

/// <summary>Reads baselines.</summary>
internal static class BaselineFile
{
    /// <exception cref="CommandFailure">It is no baseline.</exception>
    public static Baseline Read(string path)
    {
        try
        {
            if (Directory.Exists(path))
                throw CommandFailure.Environment($"'{SafeText.Line(path)}' is a folder; '--baseline' names a file.");
            if (new FileInfo(path).Length > Baseline.MaxLength)
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
