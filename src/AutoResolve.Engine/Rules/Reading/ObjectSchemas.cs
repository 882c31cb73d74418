using AutoResolve.Json.Reading;

namespace AutoResolve.Rules.Reading;

/// <summary>The keys of each object of the format. The schema for editors is tested to have the same.</summary>
internal static class ObjectSchemas
{
    public static readonly ObjectSchema Set = new(
        "a rule set",
        [
            "$schema",
            "set",
            "title",
            "owner",
            "guard",
            "shared",
            "language",
            "typos",
            "denied",
            "acrossSentences",
            "compounds",
            "lists",
            "conditions",
            "classifiers",
            "none",
            "questions",
            "steps",
            "handlers",
            "facts",
            "contacts",
            "desk",
            "profile",
            "rules",
        ]
    );

    public static readonly ObjectSchema PhraseList = new(
        "a list of phrases",
        ["phrases", "language", "typos", "denied", "acrossSentences", "compounds"]
    );

    public static readonly ObjectSchema Classifier = new("a classifier", ["labels", "words"]);

    public static readonly ObjectSchema Question = new(
        "a question",
        ["say", "sayToAgent", "label", "choices", "field", "extract", "answeredWhen"]
    );

    public static readonly ObjectSchema Choice = new("a choice", ["value", "say"]);

    public static readonly ObjectSchema Contact = new("a contact", ["value", "what", "reviewed"]);

    public static readonly ObjectSchema Desk = new(
        "a desk",
        ["timeZone", "tiers", "teams", "priorities", "trend", "practices", "handovers"]
    );

    public static readonly ObjectSchema Team = new("a team", ["name", "label", "channel", "owner"]);

    public static readonly ObjectSchema Priority = new(
        "a priority",
        ["name", "types", "teams", "reports", "reportsADay", "workaround", "respond", "resolve"]
    );

    public static readonly ObjectSchema Trend = new("\"trend\"", ["reports", "within"]);

    public static readonly ObjectSchema Handover = new("a handover", ["title", "teams", "sections"]);

    public static readonly ObjectSchema FormSection = new("a section", ["title", "show"]);

    /// <summary>What a turn may say beside its matter.</summary>
    public static readonly IReadOnlyList<string> Signals = ["solved", "withdrawn", "unsolved", "wantsPerson", "waiting", "correction"];

    /// <summary>The keys of a profile that are no languages.</summary>
    public static readonly IReadOnlyList<string> OfProfile = ["customers", "privacy"];

    public static readonly ObjectSchema Privacy = new(
        "\"privacy\"",
        ["sites", "publicNumbers", "identifiers", "records", "people", "notNames"]
    );

    public static readonly ObjectSchema Identifier = new("an identifier", ["words", "regex"]);

    public static readonly ObjectSchema ProfileLanguage = new("a language of the profile", [.. Signals, "extractors"]);

    public static readonly ObjectSchema Extractor = new("an extractor", ["regex", "anyOf"]);

    public static readonly ObjectSchema Rule = new(
        "a rule",
        [
            "id",
            "version",
            "title",
            "type",
            "status",
            "priority",
            "lead",
            "also",
            "owner",
            "scope",
            "when",
            "then",
            "cause",
            "source",
            "reviewed",
            "from",
            "until",
            "rollout",
            "oncePer",
            "promote",
            "demote",
            "supersedes",
            "tests",
            "rows",
        ]
    )
    {
        Misplaced = MisplacedKeys.OfRule,
    };

    public static readonly ObjectSchema Scope = new("'scope'", ["channel", "product", "locale", "tenant"]);

    public static readonly ObjectSchema Then = new(
        "'then'",
        ["outcome", "answer", "answerToAgent", "steps", "whenAllTried", "ask", "team", "tier", "actions", "undoOnFailure", "tags", "note"]
    );

    public static readonly ObjectSchema Step = new("a step", ["id", "say", "sayToAgent", "triedWhen"]);

    /// <summary>A step of a set, whose key is its id.</summary>
    public static readonly ObjectSchema NamedStep = new("a step of a set", ["say", "sayToAgent", "triedWhen"]);

    public static readonly ObjectSchema Asked = new("an entry of 'ask'", ["question", "blocking"]);

    public static readonly ObjectSchema WhenAllTried = new("'whenAllTried'", ["outcome", "team", "tier"]);

    public static readonly ObjectSchema Action = new("an action", ["do", "with"]);

    public static readonly ObjectSchema Cause = new("'cause'", ["summary", "kind", "tracking", "practice"]);

    public static readonly ObjectSchema Rollout = new("'rollout'", ["percent", "by"]);

    public static readonly ObjectSchema OncePer = new("'oncePer'", ["window", "by"]);

    public static readonly ObjectSchema Promote = new("'promote'", ["atLeast", "after"]);

    public static readonly ObjectSchema Demote = new("'demote'", ["below", "after"]);

    public static readonly ObjectSchema Test = new(
        "a test",
        ["title", "text", "channel", "product", "locale", "tenant", "requester", "fields", "tried", "facts", "match", "outcome"]
    );
}
