using AutoResolve.Json;
using AutoResolve.Operators;
using AutoResolve.Rules.Reading;

namespace AutoResolve.Rules.Formatting;

/// <summary>The order of keys, and what stands under them.</summary>
internal static class KeyOrder
{
    private static readonly Dictionary<(Place, string), Place> Children = new()
    {
        [(Place.Set, "lists")] = Place.Names,
        [(Place.Set, "conditions")] = Place.ConditionNames,
        [(Place.Set, "classifiers")] = Place.ClassifierNames,
        [(Place.Set, "questions")] = Place.QuestionNames,
        [(Place.Set, "none")] = Place.Condition,
        [(Place.Set, "steps")] = Place.StepNames,
        [(Place.Set, "handlers")] = Place.Names,
        [(Place.Set, "facts")] = Place.Names,
        [(Place.Set, "contacts")] = Place.ContactNames,
        [(Place.Set, "desk")] = Place.Desk,
        [(Place.Set, "profile")] = Place.Profile,
        [(Place.Set, "rules")] = Place.Rule,
        [(Place.Desk, "teams")] = Place.Team,
        [(Place.Desk, "practices")] = Place.Names,
        [(Place.Desk, "priorities")] = Place.Priority,
        [(Place.Desk, "trend")] = Place.Trend,
        [(Place.Desk, "handovers")] = Place.Handover,
        [(Place.Handover, "sections")] = Place.FormSection,
        [(Place.Privacy, "identifiers")] = Place.IdentifierNames,
        [(Place.Question, "choices")] = Place.Choice,
        [(Place.Question, "answeredWhen")] = Place.Condition,
        [(Place.Rule, "scope")] = Place.Scope,
        [(Place.Rule, "when")] = Place.Condition,
        [(Place.Rule, "then")] = Place.Then,
        [(Place.Rule, "cause")] = Place.Cause,
        [(Place.Rule, "rollout")] = Place.Rollout,
        [(Place.Rule, "oncePer")] = Place.OncePer,
        [(Place.Rule, "promote")] = Place.Promote,
        [(Place.Rule, "demote")] = Place.Demote,
        [(Place.Rule, "tests")] = Place.Test,
        [(Place.Rule, "rows")] = Place.Row,
        [(Place.Then, "steps")] = Place.Step,
        [(Place.Then, "ask")] = Place.Asked,
        [(Place.Then, "whenAllTried")] = Place.WhenAllTried,
        [(Place.Then, "actions")] = Place.Action,
        [(Place.Step, "triedWhen")] = Place.Condition,
    };

    /// <summary>The place of the value of a key.</summary>
    public static Place Child(Place place, string key) =>
        place switch
        {
            Place.ConditionNames => Place.Condition,
            Place.Condition => OperatorCatalog.All.NestedKeys.Contains(key) ? Place.Condition : Place.Data,
            Place.ClassifierNames => Place.Classifier,
            Place.QuestionNames => Place.Question,
            Place.StepNames => Place.Step,
            Place.Row => OfRow(key),
            Place.ContactNames => Place.Contact,
            Place.Profile => OfProfile(key),
            Place.IdentifierNames => Place.Identifier,
            Place.ProfileLanguage => key == "extractors" ? Place.ExtractorNames : Place.Condition,
            Place.ExtractorNames => Place.Extractor,
            _ => Children.GetValueOrDefault((place, key)),
        };

    // A row has parts of its rule and of what the rule does.
    private static Place OfRow(string key) => Children.GetValueOrDefault((Place.Then, key), Children.GetValueOrDefault((Place.Rule, key)));

    private static Place OfProfile(string key) =>
        key switch
        {
            "customers" => Place.Data,
            "privacy" => Place.Privacy,
            _ => Place.ProfileLanguage,
        };

    /// <summary>Known keys in the order of the reference, then the others in their own.</summary>
    public static IEnumerable<JsonProperty> Ordered(JsonObject node, Place place)
    {
        var keys = Keys(node, place);
        return node.Properties.OrderBy(property => keys.IndexOf(property.Key) is var index and >= 0 ? index : int.MaxValue);
    }

    private static List<string> Keys(JsonObject node, Place place) =>
        [
            .. place switch
            {
                Place.Set => ObjectSchemas.Set.Keys,
                Place.Classifier => ObjectSchemas.Classifier.Keys,
                Place.Question => ObjectSchemas.Question.Keys,
                Place.Choice => ObjectSchemas.Choice.Keys,
                Place.Contact => ObjectSchemas.Contact.Keys,
                Place.Desk => ObjectSchemas.Desk.Keys,
                Place.Team => ObjectSchemas.Team.Keys,
                Place.Priority => ObjectSchemas.Priority.Keys,
                Place.Trend => ObjectSchemas.Trend.Keys,
                Place.Handover => ObjectSchemas.Handover.Keys,
                Place.FormSection => ObjectSchemas.FormSection.Keys,
                Place.Profile => ObjectSchemas.OfProfile,
                Place.Privacy => ObjectSchemas.Privacy.Keys,
                Place.Identifier => ObjectSchemas.Identifier.Keys,
                Place.ProfileLanguage => ObjectSchemas.ProfileLanguage.Keys,
                Place.Extractor => ObjectSchemas.Extractor.Keys,
                Place.Rule => ObjectSchemas.Rule.Keys,
                Place.Row => ["id"],
                Place.Scope => ObjectSchemas.Scope.Keys,
                Place.Condition => OperatorCatalog.All.FirstOf(node)?.Schema.Keys ?? [],
                Place.Then => ObjectSchemas.Then.Keys,
                Place.Step => ObjectSchemas.Step.Keys,
                Place.Asked => ObjectSchemas.Asked.Keys,
                Place.WhenAllTried => ObjectSchemas.WhenAllTried.Keys,
                Place.Action => ObjectSchemas.Action.Keys,
                Place.Cause => ObjectSchemas.Cause.Keys,
                Place.Rollout => ObjectSchemas.Rollout.Keys,
                Place.OncePer => ObjectSchemas.OncePer.Keys,
                Place.Promote => ObjectSchemas.Promote.Keys,
                Place.Demote => ObjectSchemas.Demote.Keys,
                Place.Test => ObjectSchemas.Test.Keys,
                _ => [],
            },
        ];
}
