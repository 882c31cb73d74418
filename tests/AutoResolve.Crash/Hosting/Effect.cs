using System.Globalization;

namespace AutoResolve.Crash.Hosting;

/// <summary>One change of the world.</summary>
/// <param name="Issue">The issue.</param>
/// <param name="Action">What was done.</param>
/// <param name="Key">The idempotency key that the handler was given.</param>
/// <param name="Attempt">The number of the attempt.</param>
/// <param name="SawIntent">Whether the intent was in the journal when the handler was called.</param>
internal sealed record Effect(string Issue, string Action, string Key, int Attempt, bool SawIntent)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Issue} {Action} {Key} {Attempt} {SawIntent}");

    public static Effect Parse(string line)
    {
        var parts = line.Split(' ');
        return new Effect(parts[0], parts[1], parts[2], int.Parse(parts[3], CultureInfo.InvariantCulture), bool.Parse(parts[4]));
    }
}
