namespace AutoResolve.Crash.Queues.Speed;

/// <summary>Repeats a round until its rate is level: programs are compiled, caches filled and tables counted by then.</summary>
internal static class LevelRate
{
    private const int MaxRounds = 12;

    // How far the last three may be from each other.
    private const double MaxSpread = 0.1;

    /// <param name="roundAsync">Does a round, and tells its rate.</param>
    /// <returns>The median of the last three rounds, how many there were, and whether they are level.</returns>
    public static async Task<(double Rate, int Rounds, bool IsLevel)> OfAsync(Func<Task<double>> roundAsync)
    {
        List<double> rates = [];
        while (rates.Count < MaxRounds)
        {
            rates.Add(await roundAsync());
            if (rates.Count >= 3 && IsLevel(rates[^3..]))
                break;
        }

        var last = rates[^3..];
        return (last.Order().ElementAt(1), rates.Count, IsLevel(last));
    }

    private static bool IsLevel(List<double> rates) => rates.Max() <= rates.Min() * (1 + MaxSpread);
}
