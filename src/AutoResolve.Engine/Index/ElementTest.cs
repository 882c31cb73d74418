namespace AutoResolve.Index;

/// <summary>Whether a word of an issue is what a part of a phrase wants, with what must stand around it.</summary>
/// <param name="code">The phrases.</param>
/// <param name="text">The words of the issue.</param>
/// <param name="places">Where they stand in its texts.</param>
internal sealed class ElementTest(RuleCode code, TokenizedIssue text, WordPlaces places)
{
    // By term, whether something must stand around its words; shorter than there are terms.
    private readonly bool[] _signed = SignedTerms(code);

    public bool Satisfies(int element, int place) => text.Satisfies(element, place) && (!IsSigned(element) || HasSigns(element, place));

    /// <summary>Whether something must stand around the word.</summary>
    public bool IsSigned(int element)
    {
        var term = Element.TermOf(element);
        return term < _signed.Length && _signed[term];
    }

    private static bool[] SignedTerms(RuleCode code)
    {
        var signed = new bool[code.Signs.Keys.DefaultIfEmpty(-1).Max() + 1];
        foreach (var term in code.Signs.Keys)
            signed[term] = true;
        return signed;
    }

    private bool HasSigns(int element, int place)
    {
        var signs = code.Signs[Element.TermOf(element)];
        var word = places.Of(new PhrasePlace(place, place + 1));
        return signs.StandAt(places.ViewOf(place).Text, word.Start, word.End);
    }
}
