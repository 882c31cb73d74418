using AutoResolve.Cli.Options;
using AutoResolve.Cli.Running;
using AutoResolve.Insights.Figures;
using AutoResolve.Insights.Figures.Mapping;
using AutoResolve.Intake;
using AutoResolve.Intake.History;
using AutoResolve.Journaling;

namespace AutoResolve.Cli.Files;

/// <summary>Where the issues are that are counted: a journal in SQLite or PostgreSQL, or a history file.</summary>
/// <param name="file">The file; null for PostgreSQL.</param>
/// <param name="postgres">The variable with the connection string; null for a file.</param>
/// <param name="schema">The schema of PostgreSQL.</param>
/// <param name="reading">How a history is read.</param>
/// <param name="ofFiles">An option that was given and goes with a history only; null for none.</param>
internal sealed class FigureInput(string? file, string? postgres, string schema, ReadingOptions reading, string? ofFiles)
{
    private static readonly byte[] SqliteHeader = "SQLite format 3\0"u8.ToArray();

    /// <summary>Its name in reports: of a file without its folder, which may be nobody's business.</summary>
    public string Name => file is not null ? Path.GetFileName(file) : $"PostgreSQL, schema {schema}";

    /// <summary>The file; null for PostgreSQL.</summary>
    public string? File => file;

    /// <summary>Counts the issues, and turns what is wrong with them into what the user is told.</summary>
    /// <exception cref="CommandFailure">There is no such thing, or nothing in it can be used.</exception>
    public async Task<T> CountAsync<T>(Func<FigureSource, Task<T>> count, Terminal terminal, CancellationToken cancellationToken)
    {
        try
        {
            if (!IsJournal())
                return await count(FigureSource.History(file!, reading));
            await using var journal = JournalArguments.OpenRead(file, postgres, schema, terminal);

            // On a thread of its own: SQLite counts without a pause in which Ctrl-C would be heard.
            return await Task.Run(() => count(FigureSource.Journal(journal, Name)), cancellationToken).WaitAsync(cancellationToken);
        }
        catch (ArgumentException exception) when (exception.ParamName is null)
        {
            throw CommandFailure.Usage(exception.Message);
        }
        catch (FigureMapException exception)
        {
            throw MapFile.Unusable(exception);
        }
        catch (Exception exception) when (exception is FigureException or JournalException)
        {
            throw CommandFailure.Environment(exception.Message);
        }
        catch (Exception exception) when (exception is HistoryException or IOException or UnauthorizedAccessException)
        {
            throw CommandFailure.Environment(SafeText.Line(exception.Message));
        }
    }

    private bool IsJournal()
    {
        if (file is not null && !System.IO.File.Exists(file))
            throw CommandFailure.Environment(
                Directory.Exists(file)
                    ? $"'{SafeText.Line(file)}' is a folder; '--source' names a file."
                    : $"There is no file '{SafeText.Line(file)}'."
            );
        if (file is not null && !IsSqlite(file))
            return false;
        if (ofFiles is not null)
            throw CommandFailure.Usage($"'{ofFiles}' is for past issues; a journal knows what it holds.");
        return true;
    }

    /// <summary>Whether a file is a database, such as a journal.</summary>
    /// <exception cref="CommandFailure">It cannot be read.</exception>
    public static bool IsSqlite(string path)
    {
        try
        {
            // A pipe would wait for a writer, perhaps for ever; it has no length, as what is empty.
            var file = new FileInfo(path);
            if ((file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file).Length == 0)
                return false;
            using var stream = System.IO.File.OpenRead(path);
            var start = new byte[SqliteHeader.Length];
            return stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length
                && start.AsSpan().SequenceEqual(SqliteHeader);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandFailure.Refused("read", path, exception);
        }
    }
}
