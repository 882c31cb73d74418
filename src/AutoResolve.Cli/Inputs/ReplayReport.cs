using AutoResolve.Cli.Output;
using AutoResolve.Cli.Rendering;
using AutoResolve.Cli.Running;
using AutoResolve.Reading;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Cli.Inputs;

/// <summary>Writes and counts what replaying gave.</summary>
internal sealed class ReplayReport(Screen screen, bool json)
{
    private readonly int[] _counts = new int[Enum.GetValues<ReplayResult>().Length];

    public bool IsClean => Count(ReplayResult.Different) + Count(ReplayResult.NotKept) + Count(ReplayResult.Unreadable) == 0;

    public void Add(Replay replay)
    {
        _counts[(int)replay.Result]++;
        if (json)
            JsonOutput.WriteLine(Json(replay), screen);
        else
            screen.Line($"{Word(replay.Result), -10}  {SafeText.Line(replay.Decision.IssueId)}  {SafeText.Line(Text(replay))}");
    }

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

    private static JObject Json(Replay replay) =>
        new()
        {
            ["sequence"] = replay.Decision.Sequence,
            ["issueId"] = replay.Decision.IssueId,
            ["result"] = JsonOutput.Name(replay.Result),
            ["then"] = replay.Then,
            ["now"] = replay.Now,
            ["problem"] = replay.Problem,
        };

    private static string Text(Replay replay) =>
        replay switch
        {
            { Problem: { } problem } => problem,
            { Result: ReplayResult.Same } => replay.Then ?? "",
            { Result: ReplayResult.BesideRules, Beside: { } reason } =>
                $"then {replay.Then}; by the rules alone {replay.Now}: {Why(reason)}",
            _ => $"then {replay.Then}; now {replay.Now}",
        };

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
            ResolutionReason.TooMuchWork => "it would have taken more work than an issue may cost",
            ResolutionReason.Unprocessable => "it could not be processed",
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
            _ => JsonOutput.Name(result),
        };
}
