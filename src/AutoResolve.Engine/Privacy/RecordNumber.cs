using System.Text.RegularExpressions;

namespace AutoResolve.Privacy;

/// <summary>Ids of tickets and names of forms, by the form of the whole word: they stay.</summary>
internal sealed class RecordNumber : INumberShape
{
    private const int MaxChunkLength = 32;

    // At most 40 characters, and nothing in the pattern can be read in two ways: it need not be the kind that cannot backtrack, which is
    // slower.
    private static readonly Regex Form = new(
        """
        ^(
          (\d{2}-)?HRC-HD-[A-Z]?\d{1,2}-\d{8,10}      # Dynamics
          | A-\d{8}-\d{4,8}                            # Ask VA
          | INC\d{5,10} | V1\d{7} | LCT-\d{6}          # ServiceNow, VIEWS
          | \d{2}[A-Z]{0,2}-\d{2,5}[A-Z]{0,3}          # 21-526EZ, 21P-527EZ, 10-10EZ
          | (DD|SF|VA)-?\d{2,4} | \d{3,4}EZ?           # DD-214, SF-180, 526EZ
        )$
        """,
        RegexOptions.Compiled
            | RegexOptions.CultureInvariant
            | RegexOptions.IgnoreCase
            | RegexOptions.IgnorePatternWhitespace
            | RegexOptions.ExplicitCapture
    );

    public NumberMatch Match(NumberText text, int run, ContextKind context)
    {
        if (text.Before(run) == '#' && text.Runs[run].Length is >= 3 and <= 7 && !text.HasContext(run, ContextKind.SocialSecurity))
            return NumberMatch.Stays(1);
        var chunk = text.Chunk(run);
        if (chunk.Length > MaxChunkLength || chunk.Length == text.Runs[run].Length || !Form.IsMatch(chunk))
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
}
