namespace AutoResolve;

/// <summary>Decides texts made of the rules' own titles when a host starts, so that the first issues do not wait until what decides is
/// compiled. Beside the host's start, and once a process, since all its rulebooks are decided by the same code.</summary>
/// <remarks>Deciding changes nothing: no fact is looked up, nothing is written down, nobody is told.</remarks>
internal static class WarmUp
{
    // From so many calls on a method is compiled anew and faster.
    private const int Texts = 60;
    private const int TitlesOfText = 3;

    private static int _isBegun;

    /// <summary>Begins, where it was not begun before.</summary>
    /// <param name="rulebook">The rules.</param>
    /// <param name="ended">Says that the host ends.</param>
    public static void Begin(Rulebook rulebook, CancellationToken ended)
    {
        if (Interlocked.Exchange(ref _isBegun, 1) == 0)
            _ = Task.Run(() => Decide(rulebook, ended), ended);
    }

    /// <returns>How many texts were decided.</returns>
    public static int Decide(Rulebook rulebook, CancellationToken ended)
    {
        var decided = 0;
        foreach (var text in TextsOf(rulebook))
        {
            if (ended.IsCancellationRequested)
                break;
            rulebook.Evaluate(new Issue { Id = "warm-up", Text = text }).Decide().Whole();
            decided++;
        }

        return decided;
    }

    // A rulebook of few rules is told its titles again.
    private static IEnumerable<string> TextsOf(Rulebook rulebook)
    {
        var titles = rulebook.Rules.Select(rule => rule.Title).ToList();
        for (var text = 0; text < Texts && titles.Count > 0; text++)
        {
            var first = text * TitlesOfText;
            yield return string.Join(". ", Enumerable.Range(first, TitlesOfText).Select(at => titles[at % titles.Count]));
        }
    }
}
