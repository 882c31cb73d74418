namespace AutoResolve.Privacy;

/// <summary>An IPv4 address, which may be somebody's; a version of a program stays.</summary>
internal sealed class IpAddress : INumberShape
{
    private const int Parts = 4;

    public NumberMatch Match(NumberText text, int run, WordKind context)
    {
        if (run + Parts > text.Runs.Length)
            return NumberMatch.None;
        for (var part = 0; part < Parts; part++)
        {
            if (text.Runs[run + part].Length > 3 || text.Value(run + part) > 255 || (part > 0 && text.Between(run + part - 1) is not "."))
                return NumberMatch.None;
        }

        return context == WordKind.Harmless ? NumberMatch.Stays(Parts) : new NumberMatch(Parts, Placeholder.Other);
    }
}
