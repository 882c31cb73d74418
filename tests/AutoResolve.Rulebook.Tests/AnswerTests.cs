using System.Text.RegularExpressions;
using AutoResolve.Rules.Model;

namespace AutoResolve.ShippedRules.Tests;

/// <summary>What customers read.</summary>
public sealed partial class AnswerTests
{
    // Documented, and looked up when the rules were reviewed. A new number is added here by hand, so that a slip shows.
    private static readonly string[] KnownNumbers = ["800-698-2411", "800-827-1000", "877-827-3702"];

    private static readonly string[] Promises = ["guarantee", "we promise", "will be fixed by", "as soon as possible", "within 24 hours"];

    [Fact]
    public void Answers_PhoneNumbers_AreKnown() =>
        Assert.Empty(Texts().SelectMany(text => PhoneNumber().Matches(text).Select(match => match.Value)).Except(KnownNumbers));

    [Fact]
    public void Answers_Texts_PromiseNothing() =>
        Assert.DoesNotContain(Texts(), text => Promises.Any(promise => text.Contains(promise, StringComparison.OrdinalIgnoreCase)));

    [Fact]
    public void Answers_Texts_AreShort() =>
        Assert.DoesNotContain(Texts(), text => Tag().Replace(text, "").Length > 480);

    [Fact]
    public void Answers_OfMostRules_AreInSpanishToo()
    {
        var answered = Shipped.Rules.Where(rule => Localized(rule).Any()).ToList();
        var spanish = answered.Count(rule => Localized(rule).All(text => text.Texts.Any(pair => pair.Key == "es")));

        Assert.True(spanish >= answered.Count * 9 / 10, $"{spanish} of {answered.Count} rules answer in Spanish");
    }

    private static IEnumerable<string> Texts() =>
        Shipped.Rules.SelectMany(Localized).SelectMany(text => text.Texts.Select(pair => pair.Value.Value));

    private static IEnumerable<LocalizedText> Localized(Rule rule) =>
        rule.Then.Steps.Select(step => step.Say).Concat(rule.Then.Answer is { } answer ? [answer] : []);

    [GeneratedRegex(@"\{%.*?%\}|\{\{.*?\}\}", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\b[0-9]{3}[-. ][0-9]{3}[-. ][0-9]{4}\b", RegexOptions.None, 1000)]
    private static partial Regex PhoneNumber();
}
