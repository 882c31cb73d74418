using System.Text.RegularExpressions;
using AutoResolve.Rules;

namespace AutoResolve.ShippedRules.Tests;

/// <summary>What customers read.</summary>
public sealed partial class AnswerTests
{
    [Fact]
    public void Answers_Texts_AreShort() => Assert.DoesNotContain(Texts(), text => Tag().Replace(text, "").Length > 480);

    [Fact]
    public void Answers_OfMostRules_AreInSpanishToo()
    {
        var answered = Shipped.Rules.Where(rule => Localized(rule).Any()).ToList();
        var spanish = answered.Count(rule => Localized(rule).All(text => text.Texts.Any(pair => pair.Key == "es")));

        Assert.True(spanish >= answered.Count * 9 / 10, $"{spanish} of {answered.Count} rules answer in Spanish");
    }

    [Fact]
    public void Answers_WithALineToCall_SayItOtherwiseToAgents() =>
        Assert.DoesNotContain(Shipped.Rules, rule =>
            rule.Then.Answer is { } answer
            && rule.Then.AnswerToAgent is null
            && answer.Texts.Any(text => LineToCall().IsMatch(text.Value.Value))
        );

    [Fact]
    public void Answers_ToAgents_DoNotSendToTheMainLine() =>
        Assert.DoesNotContain(Shipped.Rules, rule =>
            rule.Then.AnswerToAgent is { } answer && answer.Texts.Any(text => text.Value.Value.Contains("contacts.mainLine"))
        );

    private static IEnumerable<string> Texts() =>
        Shipped.Rules.SelectMany(Localized).SelectMany(text => text.Texts.Select(pair => pair.Value.Value));

    private static IEnumerable<LocalizedText> Localized(Rule rule) =>
        rule.Then.Steps.Select(step => step.Say).Concat(rule.Then.Answer is { } answer ? [answer] : []);

    [GeneratedRegex(@"\bcall (your|the|MyVA411)|\bby phone\b|contacts\.\w+Line\b", RegexOptions.NonBacktracking)]
    private static partial Regex LineToCall();

    [GeneratedRegex(@"\{%.*?%\}|\{\{.*?\}\}", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
