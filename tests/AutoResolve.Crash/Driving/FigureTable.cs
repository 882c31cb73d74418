using System.Globalization;
using AutoResolve.Crash.Hosting;

namespace AutoResolve.Crash.Driving;

/// <summary>Prints figures.</summary>
internal static class FigureTable
{
    private const int MaxViolations = 50;

    public static void Write(Figures figures, TextWriter output)
    {
        void Row(string name, int value) => output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name, -46}{value, 8}"));
        void Kinds(string name, params FaultKind[] kinds) => Row(name, figures.Faults.Count(fault => kinds.Contains(fault.Kind)));
        Row("rounds", figures.Rounds);
        Row("hosts started", figures.Starts);
        Row("  with a clock an hour off", figures.WrongClocks);
        Row("faults", figures.Faults.Count);
        Kinds("  killed while starting", FaultKind.KilledInStart);
        Kinds("  killed while recovering", FaultKind.KilledInRecovery);
        Kinds("  killed while working", FaultKind.KilledAtWork);
        Kinds("  killed while carrying out what was approved", FaultKind.KilledInApproval);
        Kinds("  stopped beyond the lease, and continued", FaultKind.Stopped);
        Kinds("  connections cut, of one host", FaultKind.Cut);
        Kinds("  connections cut, of all", FaultKind.AllCut);
        Row("stalls that nobody caused", figures.Stalls);
        Row("cases", figures.Cases);
        Row("turns, the issues and their rewriting included", figures.Turns);
        Row("deliveries", figures.Deliveries);
        Row("  given to a person without the journal", figures.Unwritten);
        Row("decisions", figures.Decisions);
        Row("effects", figures.Effects);
        Row("  redone, idempotent", figures.Redone);
        Row("actions left in doubt to a person", figures.InDoubt);
        Row("cases escalated", figures.Escalated);
        Row("approvals asked for", figures.ApprovalsAsked);
        Row("  approved", figures.Approved);
        Row("  refused: approved before", figures.Refused[Forbidden.Approved]);
        Row("  refused: a later turn was decided", figures.Refused[Forbidden.Stale]);
        Row("  refused: expired", figures.Refused[Forbidden.Expired]);
        Row("violations", figures.Violations.Count);
        foreach (var violation in figures.Violations.Take(MaxViolations))
            output.WriteLine($"  {violation}");
    }
}
