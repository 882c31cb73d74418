using System.Globalization;

namespace AutoResolve.Crash.Hosting;

/// <summary>The issues of a round: always the same.</summary>
internal static class IssueStream
{
    // One for each rule, and one that no rule knows.
    private static readonly string[] Words = ["alpha", "beta", "gamma", "delta", "omega"];

    public static IReadOnlyList<Issue> Of(int count) => [.. Enumerable.Range(1, count).Select(Number)];

    public static Issue Number(int number) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"issue-{number}"),
        Text = $"This is about {Words[number % Words.Length]}.",
    };
}
