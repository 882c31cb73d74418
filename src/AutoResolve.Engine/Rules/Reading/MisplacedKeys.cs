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
        (
            "It belongs inside 'when'.",
            ["all", "any", "none", "use", "anyOf", "allOf", "near", "within", "contains", "regex", "field", "fact", "expression"]
        ),
        ("It belongs inside 'scope'.", ["channel", "product", "locale", "tenant"]),
        ("It belongs inside 'cause'.", ["kind", "tracking"]),
        ("What must hold is called 'when'.", ["if", "condition", "conditions", "match"])
    );

    public static readonly IReadOnlyDictionary<string, string> OfCondition = Say(
        ("It belongs to 'near'.", ["within"]),
        ("It says where a test of the text looks; put it there.", ["in"]),
        (
            "It compares a field or a fact: name it with \"field\": \"…\", in a condition of its own.",
            ["equals", "startsWith", "endsWith", "matches", "atLeast", "atMost", "before", "after", "exists"]
        )
    );

    private static Dictionary<string, string> Say(params (string Advice, string[] Keys)[] groups) =>
        groups.SelectMany(group => group.Keys.Select(key => (key, group.Advice))).ToDictionary(pair => pair.key, pair => pair.Advice);
}
