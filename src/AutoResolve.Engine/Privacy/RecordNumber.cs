using AutoResolve.Regexes;

namespace AutoResolve.Privacy;

/// <summary>Ids of tickets and names of forms, by the form of the whole word: they stay.</summary>
/// <param name="forms">The organisation's own.</param>
internal sealed class RecordNumber(IReadOnlyList<CompiledRegex> forms) : INumberShape
{
    private const int MaxChunkLength = 32;

    // Nearly all forms lack one of the letters that they need.
    private readonly (CompiledRegex Form, NeededCharacters[] Needs)[] _forms = [.. forms.Select(form => (form, form.FindNeeds()))];

    public NumberMatch Match(NumberText text, int run, WordKind context)
    {
        if (text.Before(run) == '#' && text.Runs[run].Length is >= 3 and <= 7 && !text.HasContext(run, WordKind.SocialSecurity))
            return NumberMatch.Stays(1);
        if (_forms.Length == 0)
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
        var characters = CharactersOf(chunk);
        foreach (var (form, needs) in _forms)
        {
            if (HasAll(characters, needs) && form.Find(chunk, onlyWhether: true) is not null)
                return true;
        }

        return false;
    }

    private static bool HasAll(UInt128 characters, NeededCharacters[] needs)
    {
        foreach (var need in needs)
        {
            if (!need.AreIn(characters))
                return false;
        }

        return true;
    }

    // All where there is one that nobody sees.
    private static UInt128 CharactersOf(ReadOnlySpan<char> chunk)
    {
        Span<ulong> ascii = [0, 0];
        foreach (var character in chunk)
        {
            if (!char.IsAscii(character))
                return UInt128.MaxValue;
            ascii[character / 64] |= 1UL << (character % 64);
        }

        return new UInt128(ascii[1], ascii[0]);
    }
}
