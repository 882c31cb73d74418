using AutoResolve.Cli.Rendering;
using AutoResolve.Cli.Running;
using AutoResolve.Insights.History;
using AutoResolve.Intake.History;
using AutoResolve.Journaling;
using Newtonsoft.Json.Linq;
using Spectre.Console;

namespace AutoResolve.Cli.Inputs;

/// <summary>Past issues of a file or a journal, and what of them could not be used.</summary>
internal sealed class PastIssueSource : IAsyncDisposable
{
    private readonly HistoryFile? _file;
    private readonly JournalCases? _cases;
    private readonly IDurableJournal? _journal;
    private int _withTurns;

    private PastIssueSource(string name, HistoryFile? file, IDurableJournal? journal, IRedactor? redactor = null)
    {
        (Name, _file, _journal) = (name, file, journal);
        _cases = journal is null ? null : new JournalCases(journal, redactor);
    }

    /// <summary>What a reader knows it by.</summary>
    public string Name { get; }

    /// <summary>What of a file could not be used, so far as it has been read; of a journal nothing.</summary>
    public HistoryProblems Problems => _file?.Problems ?? new HistoryProblems();

    public static PastIssueSource Of(HistoryFile file) => new(Path.GetFileName(file.Path), file, null);

    public static PastIssueSource Of(string name, IDurableJournal journal, IRedactor? redactor) => new(name, null, journal, redactor);

    public IAsyncEnumerable<PastIssue> ReadAsync(CancellationToken cancellationToken) =>
        _cases is null ? _file!.Read().ToAsyncEnumerable() : _cases.ReadAsync(cancellationToken).Select(Count);

    /// <summary>Runs what reads the issues, and shows on a terminal how much of a file has been read.</summary>
    public Task<T> WithProgressAsync<T>(
        string what,
        Terminal terminal,
        Func<IAsyncEnumerable<PastIssue>, Task<T>> run,
        CancellationToken cancellationToken
    )
    {
        if (_file is not { } file || !terminal.Error.IsTerminal)
            return run(ReadAsync(cancellationToken));
        return terminal
            .Error.Console.Progress()
            .AutoClear(true)
            .StartAsync(context =>
            {
                var bar = context.AddTask(what, maxValue: 1);
                return run(
                    ReadAsync(cancellationToken)
                        .Select(issue =>
                        {
                            bar.Value = Math.Max(bar.Value, file.Progress ?? 0);
                            return issue;
                        })
                );
            });
    }

    /// <summary>Says how cases of a journal are read by what decides each once more: as if all had been said at once.</summary>
    public void TellReading(Screen screen)
    {
        if (_withTurns == 0)
            return;
        screen.Line(
            $"{Plural.Of(_withTurns, "case")} with later turns: each is decided here once, as if everything had been said at once."
        );
        screen.Line("How often each rule decided, turn by turn: autoresolve journal records");
    }

    /// <summary>Says what cases of a journal lack.</summary>
    public void TellGaps(Screen screen)
    {
        foreach (var sentence in _cases?.Gaps.Sentences ?? [])
            screen.Line(sentence);
    }

    /// <summary>Adds the same to a document.</summary>
    public JObject AddGaps(JObject document)
    {
        if (_cases is { Gaps: var gaps })
        {
            document["cases"] = new JObject
            {
                ["read"] = gaps.Cases,
                ["undecided"] = gaps.Undecided,
                ["erased"] = gaps.Erased,
                ["unreadable"] = gaps.Unreadable,
                ["incomplete"] = gaps.Incomplete,
                ["masked"] = gaps.Masked,
                ["withTurns"] = _withTurns,
            };
        }

        return document;
    }

    private PastIssue Count(PastIssue issue)
    {
        _withTurns += issue.Turns.Count > 0 ? 1 : 0;
        return issue;
    }

    public async ValueTask DisposeAsync()
    {
        if (_journal is not null)
            await _journal.DisposeAsync();
    }
}
