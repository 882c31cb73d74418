using AutoResolve.Regexes;

namespace AutoResolve.Privacy;

/// <summary>Ids of tickets and names of forms, by the form of the whole word: they stay.</summary>
/// <param name="forms">The organisation's own.</param>
internal sealed class RecordNumber(IReadOnlyList<CompiledRegex> forms) : INumberShape
{
    private const int MaxChunkLength = 32;

    public NumberMatch Match(NumberText text, int run, ContextKind context)
    {
        if (text.Before(run) == '#' && text.Runs[run].Length is >= 3 and <= 7 && !text.HasContext(run, ContextKind.SocialSecurity))
            return NumberMatch.Stays(1);
        if (forms.Count == 0)
            return NumberMatch.None;
        var chunk = text.Chunk(run);
        if (chunk.Length > MaxChunkLength || chunk.Length == text.Runs[run].Length || !IsForm(chunk))
            return NumberMatch.None;
        var end = text.Runs[run].End;
        var runs = 1;
        while (
            run + runs < text.Runs.Length
            && text.Runs[run + runs].End <= end + chunk.Length
            && chunk.Overlaps(text.Text[text.Runs[run + runs].Start..text.Runs[run + runs].End])
        )
            runs++;
        return NumberMatch.Stays(runs);
    }

    private bool IsForm(ReadOnlySpan<char> chunk)
    {
        foreach (var form in forms)
        {
            if (form.Find(chunk, onlyWhether: true) is not null)
                return true;
        }

        return false;
    }
}
