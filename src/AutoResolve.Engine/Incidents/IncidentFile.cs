using System.Globalization;
using System.Security.Cryptography;
using AutoResolve.Json;
using AutoResolve.Json.Reading;
using AutoResolve.Rules;
using AutoResolve.Sources;
using AutoResolve.Sources.Watching;
using Microsoft.Extensions.Primitives;

namespace AutoResolve.Incidents;

/// <summary>A file in which staff keep the incidents that are known, as it was at one moment.</summary>
public sealed class IncidentFile
{
    /// <summary>The id that stands for no incident.</summary>
    public const string None = "none";

    private IncidentFile(string? revision, IReadOnlyList<Incident>? incidents, IReadOnlyList<Diagnostic> problems) =>
        (Revision, Incidents, Problems) = (revision, incidents, problems);

    /// <summary>A hash of its content; null where it could not be read.</summary>
    public string? Revision { get; }

    /// <summary>All incidents, open or not; null where the file is not sound.</summary>
    public IReadOnlyList<Incident>? Incidents { get; }

    /// <summary>What is wrong with it, by place.</summary>
    public IReadOnlyList<Diagnostic> Problems { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="maxBytes">The most bytes that are read; default: 8 MiB.</param>
    /// <returns>What is in it, or what is wrong with it.</returns>
    public static IncidentFile Read(string path, long maxBytes = 8 * 1024 * 1024)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        List<Diagnostic> problems = [];
        if (Content(path, maxBytes, problems) is not { } file)
            return new IncidentFile(null, null, problems);
        var incidents = IncidentReader.Read(file, problems);
        return new IncidentFile(Convert.ToHexStringLower(SHA256.HashData(file.Content.Span)), incidents, problems);
    }

    /// <summary>Begins to watch a file for a change.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The token, to be disposed of.</returns>
    /// <exception cref="IOException">Its folder cannot be watched.</exception>
    public static IChangeToken Watch(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        try
        {
            return new DiskToken(DiskTarget.OfFile(path), SystemListening.Begin);
        }
        catch (ArgumentException exception)
        {
            // What the system calls a path that cannot be.
            throw new IOException(exception.Message, exception);
        }
    }

    /// <returns>Null, and a problem reported, where it cannot be read.</returns>
    private static RuleFile? Content(string path, long maxBytes, List<Diagnostic> problems)
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
            problems.Add(SourceLocation.OfFile(name).Report(ReadingCodes.TooLarge, DiagnosticSeverity.Error, message));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            problems.Add(
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
