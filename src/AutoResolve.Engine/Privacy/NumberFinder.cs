namespace AutoResolve.Privacy;

/// <summary>Finds numbers that are personal data.</summary>
internal sealed class NumberFinder(RedactionProfile profile)
{
    private const int MostOnStack = 24;

    // In this order: what stays by its exact form, then what has a form of its own, then what only its length tells.
    private readonly INumberShape[] _shapes =
    [
        new RecordNumber(profile.Records),
        new PublicNumber(profile.PublicNumbers),
        new UuidShape(),
        new PhoneNumber(isCalled: true),
        new SocialSecurityNumber(),
        new OwnNumber(),
        new CardNumber(),
        new CalendarDate(),
        new AccountNumber(),
        new PhoneNumber(isCalled: false),
        new StreetAddress(),
        new IpAddress(),
        new LongNumber(),
    ];

    /// <param name="plain">The text.</param>
    /// <param name="words">The known words in it.</param>
    /// <param name="findings">Made where there is a number.</param>
    public void Find(ReadOnlySpan<char> plain, ReadOnlySpan<PhraseHit> words, ref List<SensitiveSpan>? findings)
    {
        var gathered = new Gathered<DigitRun>(stackalloc DigitRun[MostOnStack]);
        NumberText.Find(plain, ref gathered);
        Find(new NumberText(plain, gathered.All, words, OwnNumber.Find(plain, gathered.All, profile.Identifiers)), ref findings);
        gathered.Dispose();
    }

    private void Find(NumberText text, ref List<SensitiveSpan>? findings)
    {
        var runs = text.Runs;
        for (var run = 0; run < runs.Length; )
        {
            var match = First(text, run);
            if (match.Runs == 0)
            {
                run++;
                continue;
            }

            var (start, end) = (runs[run].Start - match.Before, runs[run + match.Runs - 1].End + match.After);
            if (match.Placeholder is { } placeholder)
                (findings ??= []).Add(new SensitiveSpan(start, end, placeholder));
            run += match.Runs;
            while (run < runs.Length && runs[run].End <= end)
                run++;
        }
    }

    private NumberMatch First(NumberText text, int run)
    {
        var context = text.Context(run);
        foreach (var shape in _shapes)
        {
            if (shape.Match(text, run, context) is { Runs: > 0 } match)
                return match;
        }

        return NumberMatch.None;
    }
}
