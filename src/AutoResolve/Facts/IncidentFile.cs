using System.Globalization;
using AutoResolve.Json;
using AutoResolve.Json.Reading;
using AutoResolve.Rules;
using AutoResolve.Sources;

namespace AutoResolve.Facts;

/// <summary>Takes a file of incidents from the disk.</summary>
internal static class IncidentFile
{
    /// <returns>Null, and a problem reported, where it cannot be read.</returns>
    public static RuleFile? Read(string path, long maxBytes, ICollection<Diagnostic> diagnostics)
    {
        var name = Path.GetFileName(path);
        try
        {
            using var stream = DiskFile.OpenRead(path);
            if (stream.Length <= maxBytes)
            {
                var content = new byte[stream.Length];
                stream.ReadExactly(content);
                return new RuleFile(name, content);
            }

            var message = string.Create(
                CultureInfo.InvariantCulture,
                $"This file has {stream.Length:N0} bytes; at most {maxBytes:N0} are read. Delete incidents that are over."
            );
            diagnostics.Add(SourceLocation.OfFile(name).Report(ReadingCodes.TooLarge, DiagnosticSeverity.Error, message));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            diagnostics.Add(
                SourceLocation
                    .OfFile(name)
                    .Report(ReadingCodes.Unreadable, DiagnosticSeverity.Error, $"This cannot be read: {Reason(exception)}.")
            );
        }

        return null;
    }

    private static string Reason(Exception exception) =>
        exception switch
        {
            UnauthorizedAccessException => "you may not read it; ask for permission",
            FileNotFoundException or DirectoryNotFoundException =>
                "there is no such file; without incidents it holds { \"incidents\": [] }",
            _ => $"the system says: {exception.Message}",
        };
}
