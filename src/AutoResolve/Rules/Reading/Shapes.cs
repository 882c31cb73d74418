namespace AutoResolve.Rules.Reading;

/// <summary>The keys of each object of the format. The schema for editors is tested to have the same.</summary>
internal static class Shapes
{
    public static readonly ObjectShape Set = new(
        "a rule set",
        ["$schema", "set", "title", "owner", "guard", "shared", "lists", "conditions", "questions", "handlers", "facts", "contacts", "desk", "profile", "rules"]);

    public static readonly ObjectShape Question = new("a question", ["say", "sayToAgent", "label", "choices", "field", "extract", "answeredWhen"]);

    public static readonly ObjectShape Choice = new("a choice", ["value", "say"]);

    public static readonly ObjectShape Contact = new("a contact", ["value", "what", "reviewed"]);

    public static readonly ObjectShape Desk = new("a desk", ["tiers", "priorities", "trend", "handovers"]);

    public static readonly ObjectShape Priority = new("a priority", ["name", "types", "teams", "reports", "reportsADay", "workaround", "respond", "resolve"]);

    public static readonly ObjectShape Trend = new("\"trend\"", ["reports", "within"]);

    public static readonly ObjectShape Handover = new("a handover", ["title", "teams", "sections"]);

    public static readonly ObjectShape FormSection = new("a section", ["title", "show"]);

    /// <summary>What a turn may say beside its matter.</summary>
    public static readonly IReadOnlyList<string> Signals = ["solved", "withdrawn", "unsolved", "wantsPerson", "waiting", "correction"];

    public static readonly ObjectShape ProfileLanguage = new("a language of the profile", [.. Signals, "extractors"]);

    public static readonly ObjectShape Extractor = new("an extractor", ["regex", "anyOf"]);

    public static readonly ObjectShape Rule = new(
        "a rule",
        [
            "id", "version", "title", "type", "status", "priority", "lead", "also", "owner", "scope", "when", "then", "cause", "source", "reviewed",
            "from", "until", "rollout", "oncePer", "promote", "demote", "supersedes", "tests",
        ])
    {
        Misplaced = MisplacedKeys.OfRule,
    };

    public static readonly ObjectShape Scope = new("'scope'", ["channel", "product", "locale", "tenant"]);

    public static readonly ObjectShape Then = new(
        "'then'",
        ["outcome", "answer", "answerToAgent", "steps", "whenAllTried", "ask", "team", "tier", "actions", "undoOnFailure", "tags", "note"]);

    public static readonly ObjectShape Step = new("a step", ["id", "say", "sayToAgent", "triedWhen"]);

    public static readonly ObjectShape Asked = new("an entry of 'ask'", ["question", "blocking"]);

    public static readonly ObjectShape WhenAllTried = new("'whenAllTried'", ["outcome", "team", "tier"]);

    public static readonly ObjectShape Action = new("an action", ["do", "with"]);

    public static readonly ObjectShape Cause = new("'cause'", ["summary", "kind", "tracking"]);

    public static readonly ObjectShape Rollout = new("'rollout'", ["percent", "by"]);

    public static readonly ObjectShape OncePer = new("'oncePer'", ["window", "by"]);

    public static readonly ObjectShape Promote = new("'promote'", ["atLeast", "after"]);

    public static readonly ObjectShape Demote = new("'demote'", ["below", "after"]);

    public static readonly ObjectShape Test = new(
        "a test",
        ["title", "text", "channel", "product", "locale", "tenant", "requester", "fields", "tried", "facts", "match", "outcome"]);

    public static readonly ObjectShape Group = new("a group of conditions", ["all", "any", "none"]) { Misplaced = MisplacedKeys.OfCondition };

    public static readonly ObjectShape Use = new("a 'use' condition", ["use"]) { Misplaced = MisplacedKeys.OfCondition };

    public static readonly ObjectShape AnyOf = new("an 'anyOf' condition", ["anyOf", "in"]) { Misplaced = MisplacedKeys.OfCondition };

    public static readonly ObjectShape AllOf = new("an 'allOf' condition", ["allOf", "in"]) { Misplaced = MisplacedKeys.OfCondition };

    public static readonly ObjectShape Near = new("a 'near' condition", ["near", "within", "in"]) { Misplaced = MisplacedKeys.OfCondition };

    public static readonly ObjectShape Contains = new("a 'contains' condition", ["contains", "in"]) { Misplaced = MisplacedKeys.OfCondition };

    public static readonly ObjectShape Regex = new("a 'regex' condition", ["regex", "in"]) { Misplaced = MisplacedKeys.OfCondition };

    /// <summary>What <c>field</c> and <c>fact</c> can be compared by.</summary>
    public static readonly IReadOnlyList<string> Operators =
        [
            "equals", "in", "contains", "startsWith", "endsWith", "matches", "atLeast", "atMost", "before", "after", "exists",
            "anyOf", "allOf", "near", "within", "regex",
        ];

    public static readonly ObjectShape Field = new("a 'field' condition", ["field", .. Operators]);

    public static readonly ObjectShape Fact = new("a 'fact' condition", ["fact", .. Operators]);

    public static readonly ObjectShape Expression = new("an 'expression' condition", ["expression"]) { Misplaced = MisplacedKeys.OfCondition };

    /// <summary>The kinds of condition by the keys that tell them apart. <c>field</c> and <c>fact</c> come first: some of their operators are kinds too.</summary>
    public static readonly IReadOnlyList<(string Key, ObjectShape Shape)> ConditionKinds =
        [
            ("field", Field), ("fact", Fact), ("all", Group), ("any", Group), ("none", Group), ("use", Use), ("anyOf", AnyOf), ("allOf", AllOf),
            ("near", Near), ("contains", Contains), ("regex", Regex), ("expression", Expression),
        ];
}
