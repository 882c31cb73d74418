using System.Collections.Frozen;
using AutoResolve.Words;

namespace AutoResolve.Matching;

/// <summary>Whether words of a text are denied right before they are named: "not on my phone", "no labs", "it isn't error 500".</summary>
internal static class Denial
{
    private const int MaxBetween = 3;
    private const string No = "no";

    private static readonly FrozenSet<string> Denies = Set(
        """
        not no never without except instead isnt arent wasnt werent aint dont doesnt didnt nor neither
        nunca sin excepto salvo tampoco vez lugar
        """
    );

    // Only these, since "not sure, labs" and "it does not work on my phone" name what they name.
    private static readonly FrozenSet<string> Between = Set(
        """
        a an the my our your his her any this that these those it its on in at from with via by about for of or
        have own use using mean meant want start happen begin
        """
    );

    // "No the labs" corrects, "no los labs" denies.
    private static readonly FrozenSet<string> SpanishBetween = Set(
        """
        el la los las un una mi mis su en con de del es era tengo uso
        """
    );

    // What a value may be called right before it: "not error code 500", but "no error on my phone" names the phone.
    private static readonly FrozenSet<string> Names = Set("error errors code form number codigo formulario numero");

    private static readonly FrozenSet<string> Are = Set("is are was were look looks work works seem seems es son esta estan");

    private static readonly FrozenSet<string> AllRight = Set("fine ok okay good right correct there bien");

    /// <param name="view">The text.</param>
    /// <param name="at">The place in its words where what may be denied begins.</param>
    public static bool StandsBefore(TokenizedText view, int at)
    {
        var (isNamed, isEnglish) = (true, false);
        for (var place = at - 1; place >= 0 && at - place <= MaxBetween + 1 && AreJoined(view, place); place--)
        {
            var word = view.Words[place].Folded;
            if (Denies.Contains(word))
                return word != No || !isEnglish;
            isNamed &= Names.Contains(word);
            if (!isNamed && !Between.Contains(word) && !SpanishBetween.Contains(word))
                return false;
            isEnglish |= !isNamed && Between.Contains(word);
        }

        return false;
    }

    /// <summary>Whether what was named is said to be all right: "the labs are fine".</summary>
    /// <param name="view">The text.</param>
    /// <param name="after">The place in its words behind what was named.</param>
    public static bool StandsBehind(TokenizedText view, int after) =>
        after + 1 < view.Words.Count
        && AreJoined(view, after - 1)
        && AreJoined(view, after)
        && Are.Contains(view.Words[after].Folded)
        && AllRight.Contains(view.Words[after + 1].Folded);

    /// <param name="view">The text.</param>
    /// <param name="range">What may be denied.</param>
    public static bool StandsBefore(TokenizedText view, TextRange range)
    {
        var (low, high) = (0, view.Words.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (view.Words[middle].Start < range.Start)
                low = middle + 1;
            else
                high = middle;
        }

        return StandsBefore(view, low);
    }

    // Quotes do not part words: not "access denied" but "try again".
    private static bool AreJoined(TokenizedText view, int place)
    {
        if (place + 1 >= view.Words.Count)
            return true;
        foreach (var character in view.Text.AsSpan(view.Words[place].End..view.Words[place + 1].Start))
        {
            if (character is not (' ' or '\t' or '"' or '“' or '”' or '«' or '\'' or '’' or '‘' or '#' or '-'))
                return false;
        }

        return true;
    }

    private static FrozenSet<string> Set(string words) =>
        words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
