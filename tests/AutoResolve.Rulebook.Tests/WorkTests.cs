using System.Text.Json;
using AutoResolve.Tests;

namespace AutoResolve.ShippedRules.Tests;

/// <summary>No text that people write comes near the work that an issue may cost, and the longest that is read does not reach it.</summary>
public sealed class WorkTests
{
    private const double MaxShare = 0.05;
    private const double MaxShareOfLong = 0.95;

    // What a text costs grows with its length, so that the longest stand for all.
    private static readonly int Longest = LongRun.Of(3_000);

    private static readonly long MaxWork = new EvaluationContext().MaxWork;

    [Fact]
    public void Evaluate_TextsOfAllCorpora_TakeASmallShare()
    {
        var (most, text, count) = (0L, "", 0);
        foreach (var one in Texts().OrderByDescending(text => text.Length).Take(Longest))
        {
            count++;
            var taken = Math.Max(WorkOf(new Issue { Id = "1", Text = one }), WorkOf(Reply(one)));
            if (taken > most)
                (most, text) = (taken, one);
        }

        Assert.InRange(count, 3_000, int.MaxValue);
        Assert.True(most <= MaxShare * MaxWork, $"{(double)most / MaxWork:P1}: {text}");
    }

    [Fact]
    public void Evaluate_TextsOfACorpusAsOneLongText_StayBelow()
    {
        var text = string.Join("\n", Shipped.Lines("clean.txt").Concat(Shipped.Lines("near-misses.txt")));
        while (text.Length < 100_000)
            text += "\n" + text;

        Assert.InRange((double)WorkOf(new Issue { Id = "1", Text = text[..100_000] }) / MaxWork, 0, MaxShareOfLong);
    }

    private static long WorkOf(Issue issue) => Shipped.Book.Evaluate(issue).WorkTaken;

    // What it says beside its matter is looked for as well.
    private static Issue Reply(string text) =>
        new()
        {
            Id = "1",
            Text = "I cannot sign in to my account.",
            Turns = [new Turn { Id = "a", Text = text }],
        };

    // Twins hold one in each language.
    private static IEnumerable<string> TextsOf(JsonElement line) =>
        line.EnumerateObject().Where(member => member.Name is "text" or "en" or "es").Select(member => member.Value.GetString()!);

    private static IEnumerable<string> Texts() =>
        Directory
            .EnumerateFiles(
                Path.Combine(Shipped.Folder, "..", "tests", "AutoResolve.Rulebook.Tests"),
                "*.jsonl",
                SearchOption.AllDirectories
            )
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(File.ReadLines)
            .Where(line => line.Length > 0)
            .SelectMany(line => TextsOf(JsonDocument.Parse(line).RootElement))
            .Concat(Shipped.Lines("clean.txt"))
            .Concat(Shipped.Lines("near-misses.txt"));
}
