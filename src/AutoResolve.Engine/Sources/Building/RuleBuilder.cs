using System.Globalization;
using System.Text.Json.Nodes;

namespace AutoResolve.Sources.Building;

/// <summary>A rule that is written in code. What it says is checked when the rules are loaded, as a file is.</summary>
/// <remarks>Each method sets or adds to a key of the rule format, whose reference says what it means. Keys for which there is no method are
/// set with <see cref="Set"/> and <see cref="SetThen"/>.</remarks>
public sealed class RuleBuilder
{
    private readonly JsonObject _rule;
    private readonly JsonObject _then = [];

    /// <summary>A rule that is active.</summary>
    /// <param name="id">Its id, unique for ever: <c>sign-in.clock-wrong</c>.</param>
    /// <param name="title">One line for people.</param>
    /// <param name="type">What the figures count by: <c>sign-in/loop</c>.</param>
    public RuleBuilder(string id, string title, string type)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(type);
        _rule = new JsonObject
        {
            ["id"] = id,
            ["title"] = title,
            ["type"] = type,
            ["status"] = "active",
        };
    }

    /// <summary>Sets how far the rule goes. Default: active.</summary>
    /// <param name="status">The status.</param>
    /// <returns>This rule.</returns>
    public RuleBuilder Status(RuleStatus status) => Set("status", JsonValue.Create(status.ToString().ToLowerInvariant()));

    /// <summary>Sets when it holds.</summary>
    /// <param name="condition">The condition.</param>
    /// <returns>This rule.</returns>
    public RuleBuilder When(RuleCondition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return Set("when", condition.ToJson());
    }

    /// <summary>It answers: adds the answer in a language.</summary>
    /// <param name="locale">The language: <c>en</c>.</param>
    /// <param name="text">The answer, a template.</param>
    /// <returns>This rule.</returns>
    public RuleBuilder Answer(string locale, string text)
    {
        ArgumentNullException.ThrowIfNull(locale);
        ArgumentNullException.ThrowIfNull(text);
        _then.TryAdd("outcome", "answer");
        Member(_then, "answer", () => new JsonObject())[locale] = text;
        return this;
    }

    /// <summary>It fixes: adds an action.</summary>
    /// <param name="handler">The handler.</param>
    /// <param name="parameters">Its parameters; texts are templates.</param>
    /// <returns>This rule.</returns>
    /// <exception cref="InvalidOperationException">It does something else already.</exception>
    public RuleBuilder Fix(string handler, params (string Name, string Value)[] parameters)
    {
        ArgumentNullException.ThrowIfNull(handler);
        ArgumentNullException.ThrowIfNull(parameters);
        Outcome("fix");
        var with = new JsonObject(parameters.Select(parameter => KeyValuePair.Create(parameter.Name, (JsonNode?)parameter.Value)));
        Member(_then, "actions", () => new JsonArray()).Add((JsonNode)new JsonObject { ["do"] = handler, ["with"] = with });
        return this;
    }

    /// <summary>It goes to a team.</summary>
    /// <param name="team">The team.</param>
    /// <returns>This rule.</returns>
    /// <exception cref="InvalidOperationException">It does something else already.</exception>
    public RuleBuilder Route(string team)
    {
        ArgumentNullException.ThrowIfNull(team);
        return Outcome("route").SetThen("team", team);
    }

    /// <summary>It goes to a person.</summary>
    /// <param name="team">The person's team; null for the rule's owner.</param>
    /// <returns>This rule.</returns>
    /// <exception cref="InvalidOperationException">It does something else already.</exception>
    public RuleBuilder Escalate(string? team = null) => team is null ? Outcome("escalate") : Outcome("escalate").SetThen("team", team);

    /// <summary>Nothing is to be done.</summary>
    /// <returns>This rule.</returns>
    /// <exception cref="InvalidOperationException">It does something else already.</exception>
    public RuleBuilder Ignore() => Outcome("ignore");

    /// <summary>Sets where its knowledge comes from.</summary>
    /// <param name="source">The article, ticket or person.</param>
    /// <returns>This rule.</returns>
    public RuleBuilder Source(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Set("source", source);
    }

    /// <summary>Sets when it was last looked over.</summary>
    /// <param name="day">The day.</param>
    /// <returns>This rule.</returns>
    public RuleBuilder Reviewed(DateOnly day) => Set("reviewed", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>Adds a test, which <see cref="Testing.RuleTests"/> runs.</summary>
    /// <param name="text">What an issue says.</param>
    /// <param name="match">Whether the rule must match it.</param>
    /// <returns>This rule.</returns>
    public RuleBuilder Test(string text, bool match)
    {
        Member(_rule, "tests", () => new JsonArray()).Add((JsonNode)new JsonObject { ["text"] = text, ["match"] = match });
        return this;
    }

    /// <summary>Sets any key of the rule.</summary>
    /// <param name="key">The key: <c>priority</c>.</param>
    /// <param name="value">Its value, which is copied.</param>
    /// <returns>This rule.</returns>
    public RuleBuilder Set(string key, JsonNode? value)
    {
        _rule[key] = value?.DeepClone();
        return this;
    }

    /// <summary>Sets any key of what happens, <c>then</c>.</summary>
    /// <param name="key">The key: <c>tags</c>.</param>
    /// <param name="value">Its value, which is copied.</param>
    /// <returns>This rule.</returns>
    public RuleBuilder SetThen(string key, JsonNode? value)
    {
        _then[key] = value?.DeepClone();
        return this;
    }

    internal JsonObject ToJson()
    {
        var rule = (JsonObject)_rule.DeepClone();
        rule["then"] = _then.DeepClone();
        return rule;
    }

    private RuleBuilder Outcome(string outcome)
    {
        // An answer may go with any outcome.
        var before = _then["outcome"]?.ToString();
        if (before is not null && before != "answer" && before != outcome)
        {
            throw new InvalidOperationException(
                $"Rule '{_rule["id"]}' has the outcome '{before}' and cannot have '{outcome}' as well. Make two rules of it."
            );
        }

        return SetThen("outcome", outcome);
    }

    private static T Member<T>(JsonObject owner, string key, Func<T> create)
        where T : JsonNode
    {
        if (owner[key] is not T member)
            owner[key] = member = create();
        return member;
    }
}
