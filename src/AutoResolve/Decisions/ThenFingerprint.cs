using AutoResolve.Rules.Model;
using Newtonsoft.Json;

namespace AutoResolve.Decisions;

/// <summary>What a rule would do, as one text: equal for rules that would do the same. Notes and tags file an issue; they do nothing.</summary>
internal static class ThenFingerprint
{
    public static string Of(Rule rule) => JsonConvert.SerializeObject(new
    {
        rule.Then.Outcome,
        Team = rule.Then.Team ?? rule.Owner,
        rule.Then.Tier,
        Answer = Texts(rule.Then.Answer),
        Steps = rule.Then.Steps.Select(step => new { Id = step.Id.Value, Say = Texts(step.Say) }),
        rule.Then.WhenAllTried,
        Ask = rule.Then.Ask.Select(question => question.Value),
        Actions = rule.Then.Actions.Select(action => new { Handler = action.Handler.Value, action.With }),
    });

    private static SortedDictionary<string, string>? Texts(LocalizedText? text)
    {
        if (text is null)
            return null;
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (locale, value) in text.Texts)
            texts.TryAdd(locale, value.Value);
        return texts;
    }
}
