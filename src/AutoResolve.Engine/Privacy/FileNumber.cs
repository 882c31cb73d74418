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
        if (text.Runs[run].Length is 8 or 9)
            return new NumberMatch(1, Placeholder.Other, distance + 1);
        return text.HasShape(run, [2, 3, 3], " -.") || text.HasShape(run, [3, 3, 3], " -.")
            ? new NumberMatch(3, Placeholder.Other, distance + 1)
            : NumberMatch.None;
    }
}
