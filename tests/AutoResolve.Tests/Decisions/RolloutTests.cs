using AutoResolve.Decisions;

namespace AutoResolve.Tests.Decisions;

public sealed class RolloutTests
{
    [Fact]
    public void Includes_ManyKeys_TakesItsShare()
    {
        var share = Enumerable.Range(0, 20_000).Count(key => RolloutBucket.Includes("sign-in.clock", $"user-{key}", 25)) / 20_000.0;

        Assert.InRange(share, 0.24, 0.26);
    }

    [Fact]
    public void Includes_OtherRule_TakesOtherKeys()
    {
        var both =
            Enumerable
                .Range(0, 20_000)
                .Count(key => RolloutBucket.Includes("one", $"{key}", 50) && RolloutBucket.Includes("two", $"{key}", 50)) / 20_000.0;

        Assert.InRange(both, 0.23, 0.27);
    }

    [Fact]
    public void Includes_LargerPercent_KeepsWhoWasIn() =>
        Assert.All(Enumerable.Range(0, 1000).Where(key => RolloutBucket.Includes("rule", $"{key}", 10)), key =>
            Assert.True(RolloutBucket.Includes("rule", $"{key}", 30))
        );

    // The share must not move with a new version: whoever was in stays in.
    [Fact]
    public void Includes_KnownKeys_StayWhereTheyAre() =>
        Assert.Equal(
            "0000011000001101",
            string.Concat(Enumerable.Range(0, 16).Select(key => RolloutBucket.Includes("sign-in.clock", $"user-{key}", 25) ? '1' : '0'))
        );

    [Theory]
    [InlineData("requester", null, false)]
    [InlineData("requester", "", false)]
    [InlineData("issue", null, true)]
    public void Decide_RolloutBy_NeedsItsKey(string by, string? requester, bool expected)
    {
        var rulebook = SomeRules.Load(SomeRules.Rule("a", more: $$""" "rollout": { "percent": 99, "by": "{{by}}" }, """));

        var explanation = rulebook.Explain(SomeRules.Issue("alpha", requester: requester));

        Assert.Equal(expected ? "a" : null, explanation.Resolution.Rule?.Id);
        Assert.Equal(expected ? null : "rolled out to 99 %, and this is not among them", explanation.Skipped.SingleOrDefault()?.Summary);
    }

    [Fact]
    public void Decide_FullRollout_NeedsNoKey() =>
        Assert.Equal(
            "a",
            SomeRules.Load(SomeRules.Rule("a", more: """ "rollout": { "percent": 100, "by": "requester" }, """)).Decide("alpha").Rule?.Id
        );

    [Fact]
    public void Decide_NotRolledOut_LeavesTheNextRuleToAct()
    {
        var rulebook = SomeRules.Load(
            SomeRules.Rule("a", more: """ "rollout": { "percent": 0, "by": "issue" }, "priority": 9, """),
            SomeRules.Rule("b")
        );

        var explanation = rulebook.Explain("alpha");

        Assert.Equal("b", explanation.Resolution.Rule?.Id);
        Assert.Equal(SkipReason.Rollout, Assert.Single(explanation.Skipped).Why);
    }
}
