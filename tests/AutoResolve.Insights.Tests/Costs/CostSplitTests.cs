using AutoResolve.Insights.Costs;
using CsCheck;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Insights.Tests.Costs;

public sealed class CostSplitTests
{
    [Fact]
    public async Task Parts_OfAnyCosts_CoverEachRuleOnceAndAddUp()
    {
        await Gen.Double[0, 10]
            .List[1, 60]
            .Select(Gen.Double[1, 100])
            .SampleAsync(
                async (costs, reading) =>
                {
                    var parts = await SplitAsync(costs, reading, mayGoOn: () => true);

                    Assert.Equal(
                        Enumerable.Range(0, costs.Count),
                        parts.SelectMany(part => Enumerable.Range(0, costs.Count).Take(part.Rules))
                    );
                    Assert.Equal(costs.Sum(), parts.Sum(part => part.Microseconds), 1e-6);
                    Assert.All(parts, part => Assert.True(part.IsResolved));
                    Assert.All(costs.Index().Where(cost => cost.Item > 0.03 * (reading + costs.Sum())), cost =>
                        Assert.Contains(parts, part => part.Rules.Equals(cost.Index..(cost.Index + 1)))
                    );
                }
            );
    }

    [Fact]
    public async Task OneRule_ThatCostsMuch_IsAPartOfItsOwn()
    {
        var parts = await SplitAsync([0, 0, 0, 0, 0, 9, 0, 0], reading: 1, () => true);

        Assert.Equal((5..6, 9.0, true), Assert.Single(parts, part => part.Microseconds > 1));
    }

    [Fact]
    public async Task RulesOfOneList_StayTogether()
    {
        var rules = Rules(6).Select((rule, at) => at is 2 or 3 ? rule with { Kind = CostKind.LongList, List = "places" } : rule);

        var parts = await SplitAsync([.. rules.OrderBy(rule => rule.Kind)], [0, 0, 0, 0, 4, 4], reading: 1, () => true);

        Assert.Equal((4..6, 8.0, true), Assert.Single(parts, part => part.Microseconds > 1));
    }

    [Fact]
    public async Task NoTimeToLook_SaysThatItIsNotResolved()
    {
        var parts = await SplitAsync([5, 5], reading: 1, () => false);

        Assert.Equal((0..2, 10.0, false), Assert.Single(parts));
    }

    [Fact]
    public async Task MeasuredLessThanFewerRules_CostsNothing()
    {
        var split = new CostSplit(Rules(4), count => Task.FromResult(count == 2 ? 3.0 : 5.0), () => true);

        await split.RunAsync(none: 4, whole: 20);

        Assert.All(split.Parts, part => Assert.True(part.Microseconds >= 0));
        Assert.Equal(16, split.Parts.Sum(part => part.Microseconds), 1e-6);
    }

    private static Task<IReadOnlyList<(Range Rules, double Microseconds, bool IsResolved)>> SplitAsync(
        List<double> costs,
        double reading,
        Func<bool> mayGoOn
    ) => SplitAsync(Rules(costs.Count), costs, reading, mayGoOn);

    private static async Task<IReadOnlyList<(Range Rules, double Microseconds, bool IsResolved)>> SplitAsync(
        IReadOnlyList<RuleShape> rules,
        IReadOnlyList<double> costs,
        double reading,
        Func<bool> mayGoOn
    )
    {
        var split = new CostSplit(rules, count => Task.FromResult(reading + costs.Take(count).Sum()), mayGoOn);
        await split.RunAsync(reading, reading + costs.Sum());
        return split.Parts;
    }

    private static RuleShape[] Rules(int count)
    {
        var names = new SetNames([], []);
        return [.. Enumerable.Range(0, count).Select(number => new RuleShape($"r.{number}", new JObject(), names, CostKind.Words, null))];
    }
}
