using System.Text.Json.Nodes;
using AutoResolve.Scenarios.Telling;

namespace AutoResolve.Scenarios.Hosting;

/// <summary>The rules of a story in a folder, as hosts read them.</summary>
internal sealed class StoryRules : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("autoresolve-story-");

    public StoryRules(Story story)
    {
        var set = new JsonObject
        {
            ["set"] = "story",
            ["title"] = "The rules of a story",
            ["owner"] = "support",
            ["guard"] = story.Guard,
            ["handlers"] = new JsonObject
            {
                ["unlock"] = "Unlocks a user",
                ["letter"] = "Sends a letter",
                ["erase"] = "Erases a user",
                ["look"] = "Looks whether all is well",
            },
            ["rules"] = JsonNode.Parse(story.Rules.GetRawText()),
        };
        if (story.Questions is { } questions)
            set["questions"] = JsonNode.Parse(questions.GetRawText());
        File.WriteAllText(Path.Combine(_folder.FullName, "story.json"), set.ToJsonString());
    }

    public string Folder => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);
}
