using AutoResolve.Operators;

namespace AutoResolve.Rules.Reading;

/// <summary>Where keys belong that authors often put into the wrong object.</summary>
internal static class MisplacedKeys
{
    public static readonly IReadOnlyDictionary<string, string> OfRule = Say(
        (
            "It belongs inside 'then'.",
            [
                "outcome",
                "answer",
                "answerToAgent",
                "steps",
                "whenAllTried",
                "ask",
                "team",
                "tier",
                "actions",
                "undoOnFailure",
                "tags",
                "note",
            ]
        ),
        ("It belongs inside 'when'.", [.. OperatorCatalog.All.All.SelectMany(one => one.Keys.Concat(one.SideKeys)).Distinct()]),
        ("It belongs inside 'scope'.", ["channel", "product", "locale", "tenant"]),
        ("It belongs inside 'cause'.", ["kind", "tracking"]),
        ("What must hold is called 'when'.", ["if", "condition", "conditions", "match"])
    );

    private static Dictionary<string, string> Say(params (string Advice, string[] Keys)[] groups) =>
        groups.SelectMany(group => group.Keys.Select(key => (key, group.Advice))).ToDictionary(pair => pair.key, pair => pair.Advice);
}
