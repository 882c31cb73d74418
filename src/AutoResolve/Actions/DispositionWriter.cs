namespace AutoResolve.Actions;

/// <summary>Puts together what became of an issue.</summary>
internal static class DispositionWriter
{
    /// <summary>From what became of its actions, at least one.</summary>
    public static Disposition Of(Resolution resolution, IReadOnlyList<ActionReport> reports)
    {
        var stop = reports.FirstOrDefault(report => report.Fate is not (ActionFate.Succeeded or ActionFate.Rehearsed));
        if (stop is null)
            return new Disposition { Resolution = resolution, Outcome = resolution.Outcome, Summary = resolution.Summary, Actions = reports };

        // What was undone is told, but what failed is the reason.
        stop = reports.FirstOrDefault(report => report.Fate is ActionFate.Failed or ActionFate.NeedsPerson or ActionFate.InDoubt) ?? stop;
        return new Disposition
        {
            Resolution = resolution,
            Outcome = Outcome.Escalated,
            Summary = $"{resolution.Summary} The action '{stop.Handler}' {Verb(stop.Fate)}, so a person gets the issue. {stop.Message}".TrimEnd(),
            Actions = reports,
        };
    }

    /// <summary>Where automation only watches or suggests.</summary>
    public static Disposition Held(Resolution resolution, OperatingMode mode) => new()
    {
        Resolution = resolution,
        Outcome = Outcome.Escalated,
        Summary = mode == OperatingMode.Shadow ? "Automation only watches, so a person gets the issue." : $"Automation only suggests, so a person gets the issue. {resolution.Summary}",
        Actions = [],
    };

    private static string Verb(ActionFate fate) => fate switch
    {
        ActionFate.WaitsForApproval => "waits for approval",
        ActionFate.Withheld => "was withheld",
        ActionFate.NeedsPerson => "needs a person",
        ActionFate.InDoubt => "is in doubt",
        ActionFate.Undone or ActionFate.UndoFailed => "was taken back, or should have been",
        ActionFate.NotReached => "was not reached",
        _ => "failed",
    };
}
