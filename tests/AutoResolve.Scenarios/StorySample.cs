using AutoResolve.Scenarios.Telling;

namespace AutoResolve.Scenarios;

/// <summary>What is run of the stories where time has to be waited for.</summary>
internal static class StorySample
{
    public const int Seed = 20261123;
    public const int AtOnce = 24;

    /// <summary>Those that do not wait.</summary>
    public static IEnumerable<Story> Stories => StoryReader.All.Where(story => !story.Waits);
}
