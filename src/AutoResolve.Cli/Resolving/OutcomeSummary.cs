using System.Globalization;
using AutoResolve.Cli.Running;

namespace AutoResolve.Cli.Resolving;

/// <summary>Counts outcomes.</summary>
internal sealed class OutcomeSummary
{
    private static readonly Outcome[] Order =
    [
        Outcome.Answered,
        Outcome.Fixed,
        Outcome.Asked,
        Outcome.Routed,
        Outcome.Escalated,
        Outcome.Ignored,
        Outcome.Closed,
    ];

    private readonly Dictionary<Outcome, int> _counts = [];
    private int _byRule;
    private int _total;

    public void Add(Resolution resolution)
    {
        _counts[resolution.Outcome] = _counts.GetValueOrDefault(resolution.Outcome) + 1;
        _byRule += resolution.Rule is null ? 0 : 1;
        _total++;
    }

    public void Write(Screen screen)
    {
        foreach (var outcome in Order)
            screen.Markup(
                $"[{OutcomeStyle.Colour(outcome)}]{OutcomeStyle.Word(outcome), -12}[/]{Share(_counts.GetValueOrDefault(outcome))}"
            );
        screen.Markup($"[bold]{"issues", -12}[/]{Share(_total)}");
        screen.Line($"{"by a rule", -12}{Share(_byRule)}");
    }

    private string Share(int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{count, 8}{(_total == 0 ? 0 : 100.0 * count / _total), 8:0.0} %");
}
