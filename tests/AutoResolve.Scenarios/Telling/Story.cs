using System.Text.Json;

namespace AutoResolve.Scenarios.Telling;

/// <summary>What a host is given, and what must have happened by then. Stories/README.md describes the format.</summary>
internal sealed record Story
{
    /// <summary>The file's path among the stories, without its extension.</summary>
    public string Name { get; init; } = "";

    public required string Title { get; init; }

    /// <summary>How whoever wrote it read the promises where they leave something open.</summary>
    public string? Note { get; init; }

    public required JsonElement Rules { get; init; }
    public JsonElement? Questions { get; init; }

    /// <summary>How people talk, as a rule set says it.</summary>
    public JsonElement? Profile { get; init; }

    /// <summary>Rules of a set of guards beside the others.</summary>
    public JsonElement? Guards { get; init; }

    public StoryOptions Options { get; init; } = new();

    /// <summary>How the calls of a handler end, in order; also of <c>channel</c> and <c>tickets</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Handlers { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public required IReadOnlyList<StoryStep> Steps { get; init; }
    public required IReadOnlyList<string> Effects { get; init; }
    public IReadOnlyDictionary<string, string> Owners { get; init; } = new Dictionary<string, string>();

    public bool Waits => Steps.Any(step => step.Wait is not null);

    public bool ChangesRules => Steps.Any(step => step.Rules is not null);

    public bool IsAtOnce => Steps.Any(step => step.AtOnce is not null);

    public override string ToString() => Name;
}
