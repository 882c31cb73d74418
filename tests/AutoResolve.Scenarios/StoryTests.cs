using AutoResolve.Scenarios.Running;
using AutoResolve.Scenarios.Telling;

namespace AutoResolve.Scenarios;

/// <summary>Every story in memory: where nothing goes wrong all is as it tells.</summary>
public sealed class StoryTests
{
    public static TheoryData<string> Stories => [.. StoryReader.All.Select(story => story.Name)];

    [Theory]
    [MemberData(nameof(Stories))]
    public async Task Story_WithoutFault_HappensAsItTells(string name)
    {
        var story = StoryReader.Named(name);

        var (_, differences) = await new StoryRunner(() => new MemoryStore()).RunAsync(story);

        Assert.True(differences.Count == 0, $"{story.Title}\n{string.Join('\n', differences)}");
    }
}
