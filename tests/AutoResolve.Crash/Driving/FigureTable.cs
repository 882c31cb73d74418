using System.Globalization;

namespace AutoResolve.Crash.Driving;

/// <summary>Prints figures.</summary>
internal static class FigureTable
{
    private const int MostViolations = 50;

    public static void Write(Figures figures, TextWriter output)
    {
        void Row(string name, int value) => output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-34}{value,8}"));
        Row("rounds", figures.Rounds);
        Row("hosts started", figures.Starts);
        Row("hosts killed", figures.Kills);
        Row("  while starting", figures.KilledInStart);
        Row("  while recovering", figures.KilledInRecovery);
        Row("  while working", figures.KilledAtWork);
        Row("issues", figures.Issues);
        Row("deliveries", figures.Deliveries);
        Row("effects", figures.Effects);
        Row("  redone, idempotent", figures.Redone);
        Row("actions left in doubt to a person", figures.InDoubt);
        Row("actions approved", figures.Approved);
        Row("issues escalated", figures.Escalated);
        Row("violations", figures.Violations.Count);
        foreach (var violation in figures.Violations.Take(MostViolations))
            output.WriteLine($"  {violation}");
    }
}
