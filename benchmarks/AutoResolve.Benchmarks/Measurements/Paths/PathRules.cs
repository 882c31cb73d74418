namespace AutoResolve.Benchmarks.Measurements.Paths;

/// <summary>Rules that stand beside the generated ones, so that an issue comes to the same at every number of rules.</summary>
internal static class PathRules
{
    /// <summary>The fact that one of them needs.</summary>
    public const string Fact = "pathIncident";

    /// <summary>Its value, with which the rule holds.</summary>
    public const string Open = "open";

    public const string Json = """
        {
          "set": "paths",
          "title": "One rule for each result",
          "owner": "measuring",
          "facts": { "pathIncident": "Whether there is an incident" },
          "questions": {
            "color": { "say": { "en": "Which color has it?" }, "answeredWhen": { "anyOf": ["mauve", "teal", "it is green"] } }
          },
          "rules": [
            {
              "id": "paths.answer",
              "title": "A wobbly sprocket",
              "type": "paths/answer",
              "status": "active",
              "when": { "all": [{ "anyOf": ["wobbly sprocket", "sprocket came off"] }], "none": [{ "anyOf": ["on purpose"] }] },
              "then": {
                "outcome": "answer",
                "answer": { "en": "Turn the sprocket to the left until it clicks, and close the lid." },
                "steps": [{ "id": "lid", "say": { "en": "Close the lid." }, "triedWhen": { "anyOf": ["closed the lid", "lid is closed"] } }]
              }
            },
            {
              "id": "paths.ask",
              "title": "A squeaky flange",
              "type": "paths/ask",
              "status": "active",
              "when": { "all": [{ "anyOf": ["squeaky flange", "flange squeaks"] }] },
              "then": { "outcome": "route", "team": "flanges", "tier": 2, "ask": ["color"] }
            },
            {
              "id": "paths.one-way",
              "title": "A grumpy gizmo",
              "type": "paths/ambiguous",
              "status": "active",
              "when": { "all": [{ "anyOf": ["grumpy gizmo"] }] },
              "then": { "outcome": "answer", "answer": { "en": "Pat it." } }
            },
            {
              "id": "paths.other-way",
              "title": "A doomed gizmo",
              "type": "paths/ambiguous",
              "status": "active",
              "when": { "all": [{ "anyOf": ["gizmo doomed"] }] },
              "then": { "outcome": "route", "team": "gizmos" }
            },
            {
              "id": "paths.fact",
              "title": "A rattling hinge while there is an incident",
              "type": "paths/fact",
              "status": "active",
              "when": { "all": [{ "anyOf": ["rattling hinge"] }, { "fact": "pathIncident", "equals": "open" }] },
              "then": { "outcome": "answer", "answer": { "en": "We know of the hinges, and work on them." } }
            }
          ]
        }
        """;

    /// <summary>What makes an issue of that kind of one that no rule matches.</summary>
    public static string SentenceFor(PathKind kind) =>
        kind switch
        {
            PathKind.OneMatch => " It is a wobbly sprocket.",
            PathKind.Asked => " It is a squeaky flange.",
            PathKind.Ambiguous => " It is a grumpy gizmo doomed.",
            PathKind.WithFacts => " It is a rattling hinge.",
            _ => "",
        };

    /// <summary>Whether a resolution is what issues of that kind must come to.</summary>
    public static bool IsMeant(PathKind kind, Resolution resolution) =>
        kind switch
        {
            PathKind.OneMatch or PathKind.WithFacts => resolution.Outcome == Outcome.Answered,
            PathKind.Asked => resolution.Questions.Count > 0,
            PathKind.Ambiguous => resolution.Reason == ResolutionReason.Ambiguous,
            PathKind.Mixed => true,
            _ => resolution.Reason == ResolutionReason.NoRuleMatched,
        };
}
