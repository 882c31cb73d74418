using System.Globalization;

namespace AutoResolve.Tests;

/// <summary>How much a run tries: what the suite has time for, and ten times as much with <c>AUTORESOLVE_LONG_RUN=10</c>.</summary>
internal static class LongRun
{
    private const string Variable = "AUTORESOLVE_LONG_RUN";

    private static readonly int Times = int.Parse(
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } times ? times : "1",
        NumberStyles.None,
        CultureInfo.InvariantCulture
    );

    /// <param name="usual">In the suite.</param>
    public static int Of(int usual) => checked(usual * Math.Max(1, Times));
}
