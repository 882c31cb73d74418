using System.Text.Json;
using System.Text.Json.Nodes;
using AutoResolve.Scenarios.Telling;
using AutoResolve.Sources;
using AutoResolve.Tests;
using Microsoft.Extensions.Primitives;

namespace AutoResolve.Scenarios.Hosting;

/// <summary>The rules of a story as hosts read them, until it changes them.</summary>
/// <param name="story">The story.</param>
/// <param name="compiled">What a host of the same story has compiled; null where each host reads and compiles them, as in life.</param>
internal sealed class StoryRules(Story story, Rulebook? compiled = null) : IRuleSource, IDisposable
{
    private CancellationTokenSource _changed = new();
    private JsonElement _rules = story.Rules;

    public string Name => "story";

    /// <summary>What its first host has compiled.</summary>
    public Rulebook? Loaded { get; set; }

    /// <summary>What its hosts are told beside them.</summary>
    public StoryOptions Options => story.Options;

    /// <summary>Has other rules hold from now on.</summary>
    public void Change(JsonElement rules)
    {
        var before = _changed;
        (_rules, _changed) = (rules, new CancellationTokenSource());
        before.Cancel();
        before.Dispose();
    }

    public async IAsyncEnumerable<RuleSourceFile> ReadAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await Task.CompletedTask;
        if (_rules.GetArrayLength() > 0)
        {
            var set = Set("story", _rules, isGuard: false);
            if (story.Questions is { } questions)
                set["questions"] = Node(questions);
            if (story.Profile is { } profile)
                set["profile"] = Node(profile);
            yield return new RuleSourceFile("story.json", set.ToJsonString());
        }

        if (story.Guards is { } guards)
            yield return new RuleSourceFile("guards.json", Set("guards", guards, isGuard: true).ToJsonString());
    }

    /// <summary>The rulebook of one more host; null where it is to load them itself.</summary>
    public async Task<CompiledRulebook?> FindCompiledAsync() =>
        compiled is null ? null : new CompiledRulebook(compiled, (await new RuleSourceReader(this).ReadAsync()).Files);

    public IChangeToken Watch() => new CancellationChangeToken(_changed.Token);

    public void Dispose() => _changed.Dispose();

    private static JsonObject Set(string name, JsonElement rules, bool isGuard) =>
        new()
        {
            ["set"] = name,
            ["title"] = "The rules of a story",
            ["owner"] = "support",
            ["guard"] = isGuard,
            ["handlers"] = new JsonObject
            {
                ["unlock"] = "Unlocks a user",
                ["letter"] = "Sends a letter",
                ["erase"] = "Erases a user",
                ["look"] = "Looks whether all is well",
            },
            ["rules"] = Node(rules),
        };

    private static JsonNode? Node(JsonElement element) => JsonNode.Parse(element.GetRawText());
}
