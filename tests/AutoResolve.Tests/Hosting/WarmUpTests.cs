using AutoResolve.Tests.Testing;

namespace AutoResolve.Tests.Hosting;

public sealed class WarmUpTests
{
    [Fact]
    public void Decide_FewRules_DecidesTheirTitlesAgainAndAgain() =>
        Assert.Equal(60, WarmUp.Decide(SomeRulebook.WithRule("""{ "anyOf": ["printer"] }"""), CancellationToken.None));

    [Fact]
    public void Decide_HostEnds_Stops() =>
        Assert.Equal(0, WarmUp.Decide(SomeRulebook.WithRule("""{ "anyOf": ["printer"] }"""), new CancellationToken(canceled: true)));
}
