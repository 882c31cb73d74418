using System.Text.Json;
using AutoResolve.Words;
using Xunit.Abstractions;

namespace AutoResolve.Tests.Languages;

/// <summary>The messages in the folder Messages, which others wrote.</summary>
public sealed class MessageTests(ITestOutputHelper output)
{
    private const int Words = 4;
    private const double Share = 0.9;
    private const string NotEnglish = "und-Latn";

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private static IReadOnlyList<Message> All { get; } = [.. Read("messages.jsonl"), .. Read("more.jsonl")];

    [Fact]
    public void Language_OfAnyMessage_IsNeverAnother() =>
        Assert.Empty(
            All.Where(message =>
                    Told.Of(message.Text) is { } told && told != message.Lang && (told != NotEnglish || message.Lang is "en" or "?")
                )
                .Select(message => message.Text)
        );

    [Fact]
    public void Language_OfACertainMessageOfSeveralWords_IsNearlyAlwaysTold()
    {
        var certain = All.Where(message => message.Certain && Tokenizer.Read(message.Text).Count >= Words).ToList();
        var unknown = certain.Where(message => Told.Of(message.Text) is null or NotEnglish).ToList();

        output.WriteLine($"{certain.Count - unknown.Count} of {certain.Count} are told.");
        foreach (var message in unknown)
            output.WriteLine($"{message.Lang}: {message.Text}");
        Assert.True(unknown.Count <= (1 - Share) * certain.Count);
    }

    private static List<Message> Read(string file)
    {
        using var reader = new StreamReader(typeof(MessageTests).Assembly.GetManifestResourceStream($"Languages/{file}")!);
        List<Message> messages = [];
        while (reader.ReadLine() is { } line)
            messages.Add(JsonSerializer.Deserialize<Message>(line, Web)!);
        return messages;
    }

    private sealed record Message(string Id, string Lang, bool Certain, string Text);
}
