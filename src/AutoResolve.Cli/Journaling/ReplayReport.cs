using AutoResolve.Actions;
using AutoResolve.Cli.Hosting;
using AutoResolve.Cli.Json;
using AutoResolve.Cli.Rendering;
using AutoResolve.Journaling;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Cli.Journaling;

/// <summary>Writes and counts what replaying gave.</summary>
internal sealed class ReplayReport(Screen screen, bool json)
{
    private readonly int[] _counts = new int[Enum.GetValues<ReplayResult>().Length];

    public bool IsClean => Count(ReplayResult.Different) + Count(ReplayResult.NotKept) + Count(ReplayResult.Unreadable) == 0;

    public void Add(JournalEntry decision, Replay? replay)
    {
        if (string.IsNullOrEmpty(decision.RulebookRevision))
            Write(decision, ReplayResult.WithoutRules, null, "no rulebook made it: the case had too many turns, or was not known");
        else if (replay is null)
            Write(decision, ReplayResult.NotKept, null, $"the journal does not hold the rules of revision {decision.RulebookRevision}");
        else if (replay.IsSame)
            Write(decision, ReplayResult.Same, replay, replay.Then);
        else if (replay.Beside is { } reason)
            Write(decision, ReplayResult.BesideRules, replay, $"then {replay.Then}; by the rules alone {replay.Now}: {Why(reason)}");
        else
            Write(
                decision,
                replay.IsMasked ? ReplayResult.Masked : ReplayResult.Different,
                replay,
                $"then {replay.Then}; now {replay.Now}"
            );
    }

    public void AddUnreadable(JournalEntry decision, string why) => Write(decision, ReplayResult.Unreadable, null, why);

    public void End()
    {
        if (json)
            return;
        var parts = new List<string> { $"{Count(ReplayResult.Same)} the same", $"{Count(ReplayResult.Different)} different" };
        AddWhereAny(parts, ReplayResult.Masked, "different where personal data is masked, which may be why");
        AddWhereAny(parts, ReplayResult.BesideRules, "that the rules alone did not decide");
        AddWhereAny(parts, ReplayResult.NotKept, "without the rules of that time");
        AddWhereAny(parts, ReplayResult.WithoutRules, "that no rulebook made");
        AddWhereAny(parts, ReplayResult.Unreadable, "that cannot be replayed");
        screen.Line($"{Plural.Of(_counts.Sum(), "decision")}: {string.Join(", ", parts)}");
    }

    private void Write(JournalEntry decision, ReplayResult result, Replay? replay, string text)
    {
        _counts[(int)result]++;
        if (!json)
        {
            screen.Line($"{Word(result), -10}  {SafeText.Line(decision.IssueId)}  {SafeText.Line(text)}");
            return;
        }

        JsonOutput.WriteLine(
            new JObject
            {
                ["sequence"] = decision.Sequence,
                ["issueId"] = decision.IssueId,
                ["result"] = JsonOutput.Name(result),
                ["then"] = replay?.Then,
                ["now"] = replay?.Now,
                ["problem"] = replay is null ? text : null,
            },
            screen
        );
    }

    private void AddWhereAny(List<string> parts, ReplayResult result, string words)
    {
        if (Count(result) > 0)
            parts.Add($"{Count(result)} {words}");
    }

    private int Count(ReplayResult result) => _counts[(int)result];

    private static string Why(ResolutionReason reason) =>
        reason switch
        {
            ResolutionReason.PersonHasIt => "a person has the conversation",
            ResolutionReason.TooManyMessages => "the person has been written to as often as allowed",
            ResolutionReason.DeadlinePassed => "no answer came in time",
            ResolutionReason.Undelivered => "a message came back",
            ResolutionReason.TooManyTurns => "the case has too many turns",
            _ => "the case was not known",
        };

    private static string Word(ReplayResult result) =>
        result switch
        {
            ReplayResult.Different => "DIFFERENT",
            ReplayResult.BesideRules => "not rules",
            ReplayResult.NotKept => "NOT KEPT",
            ReplayResult.WithoutRules => "NO RULES",
            ReplayResult.Unreadable => "UNREADABLE",
            _ => JournalLabel.Of(result),
        };
}
