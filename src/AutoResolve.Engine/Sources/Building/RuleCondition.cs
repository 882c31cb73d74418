using System.Text.Json;
using System.Text.Json.Nodes;

namespace AutoResolve.Sources.Building;

/// <summary>A condition of a rule that is written in code. The format's reference says when each holds.</summary>
public sealed class RuleCondition
{
    // Two levels of JSON each.
    private const int MaxNesting = 400;

    private readonly Func<JsonObject> _create;
    private readonly int _nesting;

    private RuleCondition(JsonObject json)
        : this(() => (JsonObject)json.DeepClone(), nesting: 1) { }

    private RuleCondition(Func<JsonObject> create, int nesting) => (_create, _nesting) = (create, nesting);

    /// <summary>At least one phrase stands in the text.</summary>
    /// <param name="phrases">The phrases.</param>
    /// <returns>The condition.</returns>
    public static RuleCondition AnyOf(params string[] phrases) => new(new JsonObject { ["anyOf"] = List(phrases) });

    /// <summary>Every phrase stands in the text.</summary>
    /// <param name="phrases">The phrases.</param>
    /// <returns>The condition.</returns>
    public static RuleCondition AllOf(params string[] phrases) => new(new JsonObject { ["allOf"] = List(phrases) });

    /// <summary>All phrases stand close together, in any order.</summary>
    /// <param name="within">Of any two, the later starts at most so many words after the earlier ends.</param>
    /// <param name="phrases">The phrases.</param>
    /// <returns>The condition.</returns>
    public static RuleCondition Near(int within, params string[] phrases) =>
        new(new JsonObject { ["near"] = List(phrases), ["within"] = within });

    /// <summary>A field of the issue is one of these values.</summary>
    /// <param name="name">The field.</param>
    /// <param name="values">The values.</param>
    /// <returns>The condition.</returns>
    public static RuleCondition Field(string name, params string[] values) =>
        new(new JsonObject { ["field"] = name, ["in"] = List(values) });

    /// <summary>A fact that is looked up is one of these values.</summary>
    /// <param name="name">The fact.</param>
    /// <param name="values">The values.</param>
    /// <returns>The condition.</returns>
    public static RuleCondition Fact(string name, params string[] values) => new(new JsonObject { ["fact"] = name, ["in"] = List(values) });

    /// <summary>All of these hold.</summary>
    /// <param name="conditions">The conditions.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ArgumentException">They are nested more than 400 deep. Loading refuses less.</exception>
    public static RuleCondition All(params RuleCondition[] conditions) => Group("all", conditions);

    /// <summary>At least one of these holds.</summary>
    /// <param name="conditions">The conditions.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ArgumentException">They are nested more than 400 deep. Loading refuses less.</exception>
    public static RuleCondition Any(params RuleCondition[] conditions) => Group("any", conditions);

    /// <summary>Not one of these holds.</summary>
    /// <param name="conditions">The conditions.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ArgumentException">They are nested more than 400 deep. Loading refuses less.</exception>
    public static RuleCondition None(params RuleCondition[] conditions) => Group("none", conditions);

    /// <summary>A condition as rule files write it: <c>{ "regex": "…" }</c>.</summary>
    /// <param name="json">One JSON object.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ArgumentException">It is no JSON object.</exception>
    public static RuleCondition Json(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            if (JsonNode.Parse(json) is JsonObject condition)
                return new(condition);
        }
        catch (JsonException exception)
        {
            throw new ArgumentException($"This is no JSON: {exception.Message}", nameof(json), exception);
        }

        throw new ArgumentException("A condition is a JSON object in braces { }.", nameof(json));
    }

    internal JsonNode ToJson() => _create();

    private static RuleCondition Group(string key, RuleCondition[] conditions)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        RuleCondition[] parts = [.. conditions];
        foreach (var part in parts)
            ArgumentNullException.ThrowIfNull(part, nameof(conditions));
        var nesting = 1 + parts.Max(part => (int?)part._nesting).GetValueOrDefault();
        return nesting <= MaxNesting
            ? new(() => new JsonObject { [key] = new JsonArray([.. parts.Select(part => part.ToJson())]) }, nesting)
            : throw new ArgumentException(
                $"These are nested more than {MaxNesting} deep: use named conditions ('conditions' and 'use').",
                nameof(conditions)
            );
    }

    private static JsonArray List(string[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new JsonArray([.. values.Select(value => JsonValue.Create(value))]);
    }
}
