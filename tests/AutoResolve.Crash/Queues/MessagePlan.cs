using System.Globalization;
using System.Text;
using AutoResolve.Crash.Hosting;
using AutoResolve.Intake.Messages;

namespace AutoResolve.Crash.Queues;

/// <summary>What is put into the queue: cases of several turns, whole or one by one, overtaking each other; some of it twice; and some that
/// is no message. Always the same for a seed.</summary>
internal static class MessagePlan
{
    private const int TwicePercent = 10;
    private const int PoisonPercent = 1;

    // How far a message may be from where it belongs.
    private const int MaxShift = 40;

    public static IReadOnlyList<PlannedMessage> Of(int seed, int issues)
    {
        var random = new Random(seed);
        List<PlannedMessage> planned = [];
        for (var number = 1; number <= issues; number++)
        {
            var story = CaseStory.Of(seed, number);
            planned.AddRange(MessagesOf(story, number, random));
            if (random.Next(100) < PoisonPercent)
                planned.Add(Poison(number, random));
        }

        var twice = planned.Where(_ => random.Next(100) < TwicePercent).ToList();
        return
        [
            .. planned
                .Select((message, place) => (message, place: place + random.Next(MaxShift)))
                .Concat(twice.Select(message => (message, place: random.Next(planned.Count))))
                .OrderBy(each => each.place)
                .Select(each => each.message),
        ];
    }

    private static IEnumerable<PlannedMessage> MessagesOf(CaseStory story, int number, Random random)
    {
        yield return Message(story, number, new IssueMessage(story.Issue(0, 0)) { Id = "", Source = "" }, [CaseStory.VersionId(0)], 0);
        for (var turn = 1; turn <= story.Turns.Count; turn++)
        {
            var isWhole = random.Next(2) == 0;
            CaseMessage message = isWhole
                ? new IssueMessage(story.Issue(0, turn)) { Id = "", Source = "" }
                : new TurnMessage(story.Reference, story.Turn(turn)) { Id = "", Source = "" };
            string[] heard = isWhole
                ? [CaseStory.VersionId(0), .. Enumerable.Range(1, turn).Select(CaseStory.TurnId)]
                : [CaseStory.TurnId(turn)];
            yield return Message(story, number, message, heard, turn);
        }
    }

    private static PlannedMessage Message(CaseStory story, int number, CaseMessage message, IReadOnlyList<string> heard, int turn)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{number}-{turn}");
        return new PlannedMessage(id, (message with { Id = id, Source = "/fleet" }).ToJson(), story.Reference.ToString(), heard);
    }

    private static PlannedMessage Poison(int number, Random random)
    {
        var what = string.Create(CultureInfo.InvariantCulture, $"poison-{number}");
        var text = random.Next(4) switch
        {
            0 => $"{what} is no JSON",
            1 => $$"""{"what":"{{what}}"}""",
            2 => $$"""{"specversion":"1.0","id":"{{what}}","source":"/fleet","type":"autoresolve.issue.v9","data":{ } }""",
            _ => $$"""{"specversion":"1.0","id":"{{what}}","source":"/fleet","type":"autoresolve.issue.v1","data":{"name":"{{what}}"} }""",
        };
        return new PlannedMessage(what, Encoding.UTF8.GetBytes(text), null, []);
    }
}

/// <summary>A message to be sent.</summary>
/// <param name="Id">By which it is known again.</param>
/// <param name="Body">What is sent.</param>
/// <param name="Case">The case; null of what is no message.</param>
/// <param name="Heard">What it says.</param>
internal sealed record PlannedMessage(string Id, byte[] Body, string? Case, IReadOnlyList<string> Heard);
