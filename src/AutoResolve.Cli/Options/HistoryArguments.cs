using System.CommandLine;
using AutoResolve.Cli.Files;
using AutoResolve.Cli.Inputs;
using AutoResolve.Cli.Running;
using AutoResolve.Intake.History;
using AutoResolve.Privacy;

namespace AutoResolve.Cli.Options;

/// <summary>The options by which commands read past issues.</summary>
internal sealed class HistoryArguments
{
    private readonly Option<string?> _history = new("--history")
    {
        Description = "Past issues: JSON, CSV with a header line, mails, or an Excel workbook.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _journal = new("--journal")
    {
        Description = "Past issues: the cases of a journal, its SQLite file.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _postgres = JournalArguments.CreatePostgres();
    private readonly Option<string> _schema = JournalArguments.CreateSchema();

    private readonly ReadingArguments _reading = new();

    private readonly Option<Dictionary<string, string>> _where = NamedValues.Create(
        "--where",
        "Only issues whose column has this value.",
        StringComparer.OrdinalIgnoreCase
    );

    private readonly Option<string?> _map = MapOption.Create();

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _history, _journal, _postgres, _schema, _where, _map })
            command.Add(option);
        _reading.AddTo(command);
        command.Validators.Add(result =>
        {
            if (new Option[] { _history, _journal, _postgres }.Count(option => result.GetResult(option) is not null) != 1)
                result.AddError("Say where the past issues are: --history FILE, --journal FILE, or --postgres VARIABLE.");
            else if (
                result.GetResult(_history) is null
                && _reading.Options.Append(_where).Append(_map).FirstOrDefault(option => result.GetResult(option) is { Implicit: false })
                    is { } ofFiles
            )
                result.AddError($"'{ofFiles.Name}' goes with --history; a journal knows what is what.");
            else if (result.GetResult(_postgres) is null && result.GetResult(_schema) is { Implicit: false })
                result.AddError("'--schema' goes with --postgres.");
        });
    }

    /// <summary>The files that are read; null for none.</summary>
    public string?[] Files(ParseResult parsed) => [parsed.GetValue(_history), parsed.GetValue(_journal), parsed.GetValue(_map)];

    /// <param name="parsed">The command line.</param>
    /// <param name="terminal">The clock, and where the journal's warnings go.</param>
    /// <param name="rulebook">The rules that say what is personal; null where none are given.</param>
    /// <param name="labels">The column of labels where another option names it.</param>
    /// <exception cref="CommandFailure">The file is missing, or a column has no meaning.</exception>
    public PastIssueSource Open(ParseResult parsed, Terminal terminal, Rulebook? rulebook, string? labels = null)
    {
        if (parsed.GetValue(_history) is { } path)
            return PastIssueSource.Of(OpenFile(path, parsed, rulebook, labels));
        if (labels is not null)
            throw CommandFailure.Usage("'--labels' goes with --history; a journal knows no types that people gave.");
        var file = parsed.GetValue(_journal);
        return PastIssueSource.Of(
            file is null ? "the journal" : Path.GetFileName(file),
            JournalArguments.OpenRead(file, parsed.GetValue(_postgres), parsed.GetValue(_schema)!, terminal),
            rulebook?.Redactor
        );
    }

    private HistoryFile OpenFile(string path, ParseResult parsed, Rulebook? rulebook, string? labels)
    {
        if (!File.Exists(path))
            throw CommandFailure.Environment($"There is no file '{path}'.");
        var where = parsed.GetValue(_where)!;
        if (where.Count > 1)
            throw CommandFailure.Usage("'--where' can be given once.");
        return new HistoryFile(path, _reading.Read(parsed, labels), where.Count == 0 ? null : where.First())
        {
            Redactor = rulebook?.Redactor ?? new PersonalDataRedactor(),
            Names = MapFile.Read(parsed.GetValue(_map))?.Names,
        };
    }

    /// <summary>
    /// Runs what reads past issues, on a thread of its own, and turns what is wrong with them into what the user is told.
    /// </summary>
    public static Task<int> RunAsync(Func<Task<int>> run, CancellationToken cancellationToken) =>
        Task.Run(
            async () =>
            {
                try
                {
                    return await run();
                }
                catch (Exception exception) when (exception is HistoryException or IOException or UnauthorizedAccessException)
                {
                    throw CommandFailure.Environment(SafeText.Line(exception.Message));
                }
            },
            cancellationToken
        );

    /// <summary>Runs what reads a history, and turns what is wrong with it into what the user is told.</summary>
    public static T Guard<T>(Func<T> run)
    {
        try
        {
            return run();
        }
        catch (HistoryException exception)
        {
            throw CommandFailure.Environment(SafeText.Line(exception.Message));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandFailure.Environment(SafeText.Line(exception.Message));
        }
    }
}
