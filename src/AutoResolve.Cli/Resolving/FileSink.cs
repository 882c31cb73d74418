using System.Text;
using AutoResolve.Cli.Output;
using AutoResolve.Cli.Running;
using Newtonsoft.Json;

namespace AutoResolve.Cli.Resolving;

/// <summary>Writes resolutions into a file as they are made: a row or a line each.</summary>
internal sealed class FileSink : IResolutionSink, IDisposable
{
    private static readonly string[] Columns =
    [
        "id",
        "outcome",
        "reason",
        "rule",
        "type",
        "team",
        "tier",
        "answer",
        "questions",
        "actions",
        "tags",
        "remarks",
        "summary",
    ];

    private const string StandardInput = "/proc/self/fd/0";

    private readonly StreamWriter _writer;
    private readonly bool _isCsv;
    private readonly bool _withExplanation;
    private int _count;

    private FileSink(string path, bool isCsv, bool withExplanation)
    {
        // A spreadsheet takes CSV for the system's encoding unless it begins so.
        _writer = new StreamWriter(Open(path), new UTF8Encoding(encoderShouldEmitUTF8Identifier: isCsv));
        (_isCsv, _withExplanation) = (isCsv, withExplanation);
        if (isCsv)
            _writer.Write(CsvTable.Write([Columns]));
    }

    public bool WritesAtOnce => false;

    public bool WantsExplanation => _withExplanation && !_isCsv;

    /// <summary>Whether a name asks for a form that is known.</summary>
    public static bool IsKnown(string path) => Path.GetExtension(path).ToLowerInvariant() is ".csv" or ".jsonl" or ".ndjson";

    /// <exception cref="CommandFailure">The file cannot be written.</exception>
    public static FileSink Create(string path, bool withExplanation)
    {
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
                Directory.CreateDirectory(folder);
            return new FileSink(path, Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase), withExplanation);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandFailure.Refused("write", path, exception);
        }
    }

    // Nothing of it goes before it is certain that nobody reads it, under whatever name. What the shell has opened is not known as read
    // until it is opened here.
    private static FileStream Open(string path)
    {
        using var input = OpenInput();
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
        if (file.CanSeek)
            file.SetLength(0);
        return file;
    }

    // Opening a pipe would wait for a writer, perhaps for ever.
    private static FileStream? OpenInput() =>
        OperatingSystem.IsLinux()
        && File.ResolveLinkTarget(StandardInput, returnFinalTarget: false) is { } target
        && File.Exists(target.FullName)
            ? new FileStream(target.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite)
            : null;

    public void Add(Issue issue, Resolution resolution, Explanation? explanation)
    {
        _writer.Write(
            _isCsv ? CsvTable.Write([Row(resolution)]) : ResolutionJson.Of(resolution, explanation).ToString(Formatting.None) + "\n"
        );
        _count++;
    }

    public void End() => Flush();

    /// <summary>Brings what was written into the file.</summary>
    /// <returns>How many resolutions it holds.</returns>
    public int Flush()
    {
        _writer.Flush();
        return _count;
    }

    public void Dispose() => _writer.Dispose();

    private static string[] Row(Resolution resolution) =>
        [
            resolution.IssueId,
            OutcomeStyle.Word(resolution.Outcome),
            JsonOutput.Name(resolution.Reason),
            resolution.Rule?.Id ?? "",
            resolution.Type ?? "",
            resolution.Team ?? "",
            resolution.Tier is { } tier ? $"{tier}" : "",
            Answer(resolution),
            string.Join('\n', resolution.Questions.Concat(resolution.OpenQuestions).Select(question => question.Text)),
            string.Join(", ", resolution.Actions.Select(action => action.Handler)),
            string.Join(", ", resolution.Tags),
            string.Join('\n', resolution.Remarks),
            resolution.Summary,
        ];

    private static string Answer(Resolution resolution) =>
        string.Join(
            '\n',
            (resolution.Answer?.Steps ?? [])
                .Select((step, at) => $"{at + 1}. {step.Text}")
                .Prepend(resolution.Answer?.Text ?? "")
                .Where(line => line.Length > 0)
        );
}
