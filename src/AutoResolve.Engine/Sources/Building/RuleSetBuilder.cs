using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AutoResolve.Sources.Building;

/// <summary>A rule set that is written in code: the same format, with the same checks, as a file. Messages name the rule.</summary>
public sealed class RuleSetBuilder
{
    // Deeper than a file may be, so that loading tells what is too deep.
    internal const int MaxDepth = 1000;

    private static readonly JsonSerializerOptions Readable = new()
    {
        MaxDepth = MaxDepth,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly JsonObject _set;
    private readonly List<RuleBuilder> _rules = [];
    private readonly string _path;

    /// <summary>A set without rules.</summary>
    /// <param name="set">Its name, unique in the rulebook: <c>sign-in</c>.</param>
    /// <param name="title">What a person calls it.</param>
    /// <param name="owner">The team that keeps these rules right.</param>
    public RuleSetBuilder(string set, string title, string owner)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(set);
        _set = new JsonObject
        {
            ["set"] = set,
            ["title"] = title,
            ["owner"] = owner,
        };
        _path = $"{string.Concat(set.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'))}.json";
    }

    /// <summary>Adds a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>This set.</returns>
    public RuleSetBuilder Add(RuleBuilder rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        _rules.Add(rule);
        return this;
    }

    /// <summary>Sets any key of the set: <c>lists</c>, <c>facts</c>, <c>handlers</c>, <c>shared</c>, <c>profile</c>.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">Its value, which is copied.</param>
    /// <returns>This set.</returns>
    public RuleSetBuilder Set(string key, JsonNode? value)
    {
        _set[key] = value?.DeepClone();
        return this;
    }

    /// <summary>The set as a file would hold it; lines and columns of messages count in it.</summary>
    /// <returns>The JSON.</returns>
    public string ToJson()
    {
        var set = (JsonObject)_set.DeepClone();
        if (_rules.Count > 0)
            set["rules"] = new JsonArray([.. _rules.Select(rule => rule.ToJson())]);
        return set.ToJsonString(Readable);
    }

    /// <summary>The set as it is now, for a source of several.</summary>
    /// <returns>The file.</returns>
    public RuleSourceFile ToFile() => new(_path, ToJson()) { IsBuilt = true };

    /// <summary>The set as it is now, as a source of its own.</summary>
    /// <returns>The source; it does not change.</returns>
    public IRuleSource ToSource() => RuleSource.Memory(ToFile());
}
