namespace AutoResolve.Privacy;

/// <summary>Finds numbers that are personal data.</summary>
internal sealed class NumberFinder(RedactionProfile profile)
{
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

    private readonly PhraseIndex<ContextKind> _words = ContextWords.With(profile.NumberNames);

    public void Find(ReadOnlySpan<char> plain, ref List<SensitiveSpan>? findings)
    {
        var runs = new List<DigitRun>();
        NumberText.Find(plain, runs);
        List<PhraseHit<ContextKind>>? words = null;
        _words.Find(plain, ref words);
        var text = new NumberText(plain, runs, words, OwnNumber.Find(plain, runs, profile.Identifiers));
        for (var run = 0; run < runs.Count; )
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
            while (run < runs.Count && runs[run].End <= end)
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
