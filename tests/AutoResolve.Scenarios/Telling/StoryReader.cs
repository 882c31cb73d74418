using System.Text.Json;
using System.Text.Json.Serialization;

namespace AutoResolve.Scenarios.Telling;

/// <summary>Reads stories, and refuses what it does not know.</summary>
internal static class StoryReader
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>The stories of this project, by name.</summary>
    public static IReadOnlyList<Story> All { get; } = In(Path.Combine(AppContext.BaseDirectory, "Stories"));

    /// <summary>The stories of a folder and its folders, by name.</summary>
    public static IReadOnlyList<Story> In(string folder) =>
        [
            .. Directory
                .GetFiles(folder, "*.json", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(path => Read(folder, path)),
        ];

    public static Story Named(string name) => All.Single(story => story.Name == name);

    public static Story Parse(string name, string json)
    {
        var story = JsonSerializer.Deserialize<Story>(json, Options)! with { Name = name };
        foreach (var step in story.Steps.Concat(story.Steps.SelectMany(step => step.AtOnce ?? [])))
        {
            if (step.Kinds != 1)
                throw new JsonException("A step is one thing.");
        }

        return story;
    }

    private static Story Read(string folder, string path)
    {
        try
        {
            return Parse(Path.ChangeExtension(Path.GetRelativePath(folder, path), null).Replace('\\', '/'), File.ReadAllText(path));
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"{Path.GetFileName(path)}: {exception.Message}", exception);
        }
    }
}
