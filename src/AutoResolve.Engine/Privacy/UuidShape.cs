namespace AutoResolve.Privacy;

/// <summary>A UUID, which is the id of somebody's account as a rule.</summary>
internal sealed class UuidShape : INumberShape
{
    private const int Length = 36;

    public NumberMatch Match(NumberText text, int run, WordKind context)
    {
        var chunk = text.Chunk(run);
        if (chunk.Length != Length || !Guid.TryParseExact(chunk, "D", out _))
            return NumberMatch.None;
        var start = text.Runs[run].Start;
        var before = 0;
        while (
            before < Length
            && start - before > 0
            && text.Text.Slice(start - before, 1).Overlaps(chunk)
            && text.Text.Slice(start - before - 1, 1).Overlaps(chunk)
        )
            before++;
        return new NumberMatch(1, Placeholder.Other, before, start - before + Length - text.Runs[run].End);
    }
}
