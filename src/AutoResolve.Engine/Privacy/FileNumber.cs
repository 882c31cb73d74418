namespace AutoResolve.Privacy;

/// <summary>The number of a claims file: C and eight or nine digits, in groups or not.</summary>
internal sealed class FileNumber : INumberShape
{
    public NumberMatch Match(NumberText text, int run, ContextKind context)
    {
        var before = text.Text[..text.Runs[run].Start].TrimEnd(" -");
        var distance = text.Runs[run].Start - before.Length;
        if (distance > 1 || before.IsEmpty || before[^1] is not ('c' or 'C') || (before.Length > 1 && char.IsLetterOrDigit(before[^2])))
            return NumberMatch.None;
        var runs =
            text.Runs[run].Length is 8 or 9 ? 1
            : text.HasShape(run, [2, 3, 3], " -.") || text.HasShape(run, [3, 3, 3], " -.") ? 3
            : 0;
        return runs == 0 ? NumberMatch.None : new NumberMatch(runs, Placeholder.Other, distance + 1);
    }
}
