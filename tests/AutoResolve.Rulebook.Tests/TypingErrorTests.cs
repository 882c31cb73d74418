using System.Globalization;
using Xunit.Abstractions;

namespace AutoResolve.ShippedRules.Tests;

/// <summary>One typing error loses few rules, and no guard.</summary>
public sealed class TypingErrorTests(ITestOutputHelper output)
{
    [Fact]
    public void Rule_WithAnErrorInADecidingWord_IsKept()
    {
        var errors = TypingErrors.All.Where(error => !error.Rule.Guard).ToList();
        Report("rules, errors that give a common word", errors.Where(error => error.IsWord));
        var counted = errors.Where(error => !error.IsWord).ToList();
        Report("rules", counted);
        foreach (var kind in Enum.GetValues<ErrorKind>())
            Report($"  {kind}", counted.Where(error => error.Kind == kind));
        foreach (var error in counted.Where(error => !error.IsKept))
            output.WriteLine($"    {error.Rule.Id.Value}: {error.Word} -> {error.Misspelt}: {Decided(error)}");

        Assert.InRange(Share(counted, error => error.IsKept), 0.9, 1);
        Assert.InRange(Share(counted, IsTakenByAnother), 0, 0.01);
    }

    [Fact]
    public void Guard_WithAnErrorInADecidingWord_IsNeverLeftToAMachine()
    {
        var errors = TypingErrors.All.Where(error => error.Rule.Guard).ToList();
        Report("guards, errors that give a common word", errors.Where(error => error.IsWord));
        foreach (var error in errors.Where(error => error.IsWord && !error.IsGuarded))
            output.WriteLine($"    {error.Rule.Id.Value}: {error.Word} -> {error.Misspelt}: {Decided(error)}");
        var counted = errors.Where(error => !error.IsWord).ToList();
        Report("guards", counted);
        foreach (var kind in Enum.GetValues<ErrorKind>())
            Report($"  {kind}", counted.Where(error => error.Kind == kind));
        foreach (var error in counted.Where(error => !error.IsGuarded))
            output.WriteLine($"    {error.Rule.Id.Value}: {error.Word} -> {error.Misspelt}: {Decided(error)}");

        Assert.InRange(Share(counted, error => error.IsGuarded), 0.95, 1);
        Assert.DoesNotContain(counted, error => !error.IsGuarded && error.IsLeftToMachine);
    }

    private static double Share(List<TypingError> errors, Func<TypingError, bool> holds) => (double)errors.Count(holds) / errors.Count;

    // What no rule holds, and what only the coarse layer knows, a person of the desk gets.
    private static bool IsTakenByAnother(TypingError error) =>
        error is { IsKept: false, Decision: { Rule: not null, Outcome: not Outcome.Escalated } };

    private static string Decided(TypingError error) => $"{error.Decision.Outcome} {error.Decision.Rule?.Id}";

    private void Report(string title, IEnumerable<TypingError> errors)
    {
        var all = errors.ToList();
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{title}: {all.Count} errors; own rule {Percent(error => error.IsKept)}, guarded {Percent(error => error.IsGuarded)}, "
                    + $"another rule {Percent(IsTakenByAnother)}, a person of the desk "
                    + $"{Percent(error => !error.IsKept && !IsTakenByAnother(error))}, not guarded and left to a machine "
                    + $"{Percent(error => !error.IsGuarded && error.IsLeftToMachine)}"
            )
        );

        string Percent(Func<TypingError, bool> holds) =>
            all.Count == 0 ? "-" : ((double)all.Count(holds) / all.Count).ToString("P1", CultureInfo.InvariantCulture);
    }
}
