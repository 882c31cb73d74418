using AutoResolve.Tests.Decisions;

namespace AutoResolve.Tests.Rules.Reading;

public sealed class ConditionKeyTests
{
    [Theory]
    [InlineData("and", "all")]
    [InlineData("or", "any")]
    [InlineData("NOT", "none")]
    [InlineData("anyof", "anyOf")]
    public void Key_OfAnotherLanguage_IsToldByWhatItMeans(string key, string meant) =>
        Assert.EndsWith(
            $"AR1009 Unknown key '{key}' in a condition. Did you mean '{meant}'?",
            SomeRules.Errors(SomeRules.Rule("a", when: $$"""{ "{{key}}": [ { "anyOf": ["alpha"] } ] }""")),
            StringComparison.Ordinal
        );
}
