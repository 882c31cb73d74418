using AutoResolve.Cli.Rendering;
using AutoResolve.Cli.Running;

namespace AutoResolve.Cli.Resolving;

/// <summary>A table with a summary; for a single issue its whole resolution.</summary>
/// <remarks>Redirected, rows are written as they come, so that any number of issues passes through; a terminal gets the table at the
/// end.</remarks>
/// <param name="screen">Where it stands.</param>
/// <param name="withSummary">Whether the outcomes are counted below it.</param>
internal sealed class TableSink(Screen screen, bool withSummary = true) : IResolutionSink
{
    // Enough to know how wide the columns are.
    private const int Preview = 100;

    private readonly OutcomeSummary _summary = new();
    private readonly List<ResolutionRow> _rows = [];
    private PlainTable? _plain;
    private (Issue Issue, Resolution Resolution, Explanation? Explanation)? _only;
    private int _count;

    public bool WritesAtOnce => false;

    // A single one is told in full.
    public bool WantsExplanation => _count == 0;

    public void Add(Issue issue, Resolution resolution, Explanation? explanation)
    {
        _summary.Add(resolution);
        _only = _count++ == 0 ? (issue, resolution, explanation) : null;
        var row = ResolutionRow.Of(issue, resolution, screen.Marks.Ellipsis);
        if (_plain is not null)
        {
            _plain.Write(row, screen);
            return;
        }

        _rows.Add(row);
        if (!screen.IsTerminal && _rows.Count == Preview)
            BeginPlain();
    }

    public void End()
    {
        if (_only is var (issue, resolution, explanation))
        {
            ResolutionText.Write(issue, resolution, explanation?.Winner, screen);
            return;
        }

        if (screen.IsTerminal && _rows.Count > 0)
            screen.Render(TerminalTable.Of(_rows));
        else if (_plain is null && _rows.Count > 0)
            BeginPlain();
        if (_count > 0)
            screen.Line();
        if (withSummary)
            _summary.Write(screen);
    }

    private void BeginPlain()
    {
        _plain = PlainTable.For(_rows);
        _plain.WriteHeader(screen);
        foreach (var row in _rows)
            _plain.Write(row, screen);
        _rows.Clear();
    }
}
