using AutoResolve.Tests.Matching;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Xunit.Abstractions;

namespace AutoResolve.Tests.Words.Denials;

/// <summary>Messages by somebody who has not seen the code, with a phrase each: does the person have it now?</summary>
/// <remarks>
/// The output of the test has the figures by kind, and each message that is read otherwise:
/// <c>dotnet test tests/AutoResolve.Tests --filter MeantTests --logger "console;verbosity=detailed"</c>.
/// </remarks>
public sealed class MeantTests(ITestOutputHelper output)
{
    [Fact]
    public void Find_WhatPeopleHave_IsAHit_AndMostOfWhatTheyDenyIsNone()
    {
        var messages = typeof(MeantTests)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("Meant.", StringComparison.Ordinal))
            .SelectMany(Read)
            .ToList();
        Assert.NotEmpty(messages);

        foreach (var kind in messages.GroupBy(message => message.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal))
            output.WriteLine($"{kind.Key}: {kind.Count(message => message.IsFound == message.Has)} of {kind.Count()}");
        foreach (var message in messages.Where(message => message.IsFound != message.Has))
            output.WriteLine($"{message.Kind}, »{message.Phrase}« {(message.Has ? "is lost" : "is a hit")}: {message.Text}");

        Assert.DoesNotContain(messages, message => message.Has && !message.IsFound && message.Half != "d");
        Assert.InRange(ShareOfDenied(messages, "a"), 0.8, 1);
        Assert.InRange(ShareOfDenied(messages, "b"), 0.8, 1);

        // Its denials tell of others, too, and of what is only named: nobody reads that.
        Assert.InRange(ShareOfDenied(messages, "c"), 0.8, 1);

        // Nobody had seen this half when the words were chosen: 43 of 80 denials read, 4 of 80 hits lost, all of them denied twice.
        Assert.InRange(ShareOfDenied(messages, "d"), 0.53, 1);
        Assert.InRange(messages.Count(message => message.Half == "d" && message.Has && !message.IsFound), 0, 4);
    }

    private static double ShareOfDenied(IEnumerable<Message> messages, string half)
    {
        var denied = messages.Where(message => message.Half == half && !message.Has).ToList();
        return (double)denied.Count(message => !message.IsFound) / denied.Count;
    }

    private static IEnumerable<Message> Read(string resource)
    {
        using var reader = new StreamReader(typeof(MeantTests).Assembly.GetManifestResourceStream(resource)!);
        while (reader.ReadLine() is { } line)
        {
            var read = JObject.Parse(line);
            var (phrase, text) = ((string)read["phrase"]!, (string)read["text"]!);
            var rule = Programs.Rule($$"""{ "anyOf": [{{JsonConvert.ToString(phrase)}}] }""");
            yield return new Message(
                resource.Split('.')[1],
                (string)read["kind"]!,
                phrase,
                text,
                (bool)read["has"]!,
                rule.When.Evaluate(Programs.Text(text), AutoResolve.Matching.FactValues.None) == Truth.True
            );
        }
    }

    private sealed record Message(string Half, string Kind, string Phrase, string Text, bool Has, bool IsFound);
}
