using AutoResolve.Compiling;
using AutoResolve.Conversations;
using AutoResolve.Matching;
using AutoResolve.Rules;

namespace AutoResolve.Decisions;

/// <summary>Judges what the last turn says beside its matter, and what came before it.</summary>
internal sealed class TurnJudge(RuleProgram program, Func<string, bool> readsField)
{
    // Whoever writes more than thanks, or than that it is over, has something to say.
    private const int MaxWords = 25;

    /// <summary>The guard that has stopped automation in the case before; null where none has.</summary>
    public RuleReference? EarlierGuard(DecisionInput input) =>
        input.Memory.Last(reply => reply.Rule is { } rule && program.Find(rule)?.Rule.Guard == true) is { } reply
            ? program.Find(reply.Rule!)!.Reference
            : null;

    /// <summary>The rule that decided last; null where none did, or it is there no more.</summary>
    public RuleReference? LastRule(DecisionInput input) =>
        input.Memory.Last(static reply => reply.Rule is not null) is { } reply ? program.Find(reply.Rule!)?.Reference : null;

    /// <param name="input">What is decided.</param>
    /// <param name="newest">The rules that the last turn matches by itself; null where the issue has no turns.</param>
    /// <param name="winner">The rule that would decide; null where none would.</param>
    /// <returns>What decides in the place of rules; null where they do.</returns>
    public Signal? Says(DecisionInput input, RankedRules? newest, RankedMatch? winner)
    {
        if (input.Author is Author.Machine or Author.Official)
            return null;
        if (input.Said.Has(Signal.WantsPerson))
            return Signal.WantsPerson;
        if (input.Said.Has(Signal.Unsolved))
            return null;

        // Another problem in the same words is not solved with the first.
        var isNew = newest is { Best.Count: > 0 } && winner is not null && !input.Memory.HasDecided(winner.Reference.Id);
        if (!isNew && input.Newest is not null && input.Said.Has(Signal.Solved))
            return Signal.Solved;
        if (!isNew && input.Said.Has(Signal.Withdrawn) && (input.Newest is not null || IsShort(input.Text)))
            return Signal.Withdrawn;
        return
            input.Newest is { Answers: false } turn
            && newest!.Best.Count == 0
            && input.Memory.Outcome is not null
            && input.Said.Has(Signal.Waiting)
            && IsShort(turn)
            ? Signal.Waiting
            : null;
    }

    private bool IsShort(NewestTurn newest) =>
        newest.Turn.Tried.Count == 0
        && !newest.Turn.Fields.Keys.Any(readsField)
        && !newest.Turn.Text.Contains('?', StringComparison.Ordinal)
        && IsShort(newest.Text);

    private static bool IsShort(MatchInput text)
    {
        var words = 0;
        foreach (var view in text.Views(TextPart.OwnWords))
            words += view.Words.Count;
        return words <= MaxWords;
    }
}
