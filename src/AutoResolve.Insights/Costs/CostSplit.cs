namespace AutoResolve.Insights.Costs;

/// <summary>
/// Finds the rules that cost most. Rules are put in order, the cheap kinds first; what the first so many of them cost is measured at
/// the ends of kinds and lists, and then between them, halving whatever costs much until it is one rule. So parts add up to the whole,
/// and work that rules share counts once, for the first of them.
/// </summary>
/// <param name="rules">The rules in order.</param>
/// <param name="measure">What the first so many cost, in microseconds.</param>
/// <param name="mayGoOn">Whether there is time to look further.</param>
internal sealed class CostSplit(IReadOnlyList<RuleShape> rules, Func<int, Task<double>> measure, Func<bool> mayGoOn)
{
    // Less than this share is noise, or not worth a look.
    private const double Much = 0.03;

    private readonly List<(Range Rules, double Microseconds, bool IsResolved)> _parts = [];

    /// <summary>What was found: which rules cost how many microseconds, and whether it was looked into as far as that pays.</summary>
    public IReadOnlyList<(Range Rules, double Microseconds, bool IsResolved)> Parts => _parts;

    /// <summary>The most microseconds by which fewer rules were measured to cost more than more of them.</summary>
    public double MaxContradiction { get; private set; }

    /// <param name="none">What no rule costs.</param>
    /// <param name="whole">What all of them cost.</param>
    public async Task RunAsync(double none, double whole)
    {
        var (start, before) = (0, none);
        for (var end = 1; end <= rules.Count; end++)
        {
            var isEnd = end == rules.Count || rules[end].Kind != rules[end - 1].Kind || rules[end].List != rules[end - 1].List;
            if (!isEnd)
                continue;
            var upTo = end == rules.Count ? whole : await MeasureAsync(end, before, whole).ConfigureAwait(false);
            await SplitAsync(start, end, before, upTo, whole).ConfigureAwait(false);
            (start, before) = (end, upTo);
        }
    }

    private async Task SplitAsync(int start, int end, double before, double upTo, double whole)
    {
        var cost = upTo - before;
        var isMuch = cost > Much * whole;
        var isOne = end - start == 1 || rules[start].List is not null;
        if (!isMuch || isOne || !mayGoOn())
        {
            _parts.Add((start..end, cost, !isMuch || isOne));
            return;
        }

        var half = (start + end) / 2;
        var between = await MeasureAsync(half, before, upTo).ConfigureAwait(false);
        await SplitAsync(start, half, before, between, whole).ConfigureAwait(false);
        await SplitAsync(half, end, between, upTo, whole).ConfigureAwait(false);
    }

    // More rules cost no less; what says otherwise is noise.
    private async Task<double> MeasureAsync(int count, double before, double upTo)
    {
        var measured = await measure(count).ConfigureAwait(false);
        var cost = Math.Clamp(measured, before, upTo);
        MaxContradiction = Math.Max(MaxContradiction, Math.Abs(measured - cost));
        return cost;
    }
}
