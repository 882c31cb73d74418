using System.Buffers;
using AutoResolve.Words;
using AutoResolve.Words.Denials;

namespace AutoResolve.Matching;

/// <summary>A choice of a question, as people name it.</summary>
/// <param name="value">What belongs into the field.</param>
/// <param name="names">The value, and what is read in its place in each language.</param>
internal sealed class ChoiceWords(string value, IEnumerable<string> names)
{
    private static readonly SearchValues<char> Marks = SearchValues.Create(".!?;,\n");

    private readonly Name[] _names =
    [
        .. names
            .Prepend(value)
            .Select(name => Tokenizer.Read(name).Select(word => word.Folded).ToArray())
            .Where(words => words.Length > 0)
            .Select(words => new Name(words, Array.ConvertAll(words, WordKey.Of))),
    ];

    public string Value => value;

    /// <summary>Whether a text names it, neither denied ("not the labs") nor asking ("do I need labs?").</summary>
    public bool StandsIn(TokenizedText view)
    {
        foreach (var name in _names)
        {
            if (!MayBeIn(view, name.Keys))
                continue;
            foreach (var start in view.IndexesOf(name.Words[0]))
            {
                if (StandsAt(view, start, name.Words) && IsMeant(view, start, start + name.Words.Length))
                    return true;
            }
        }

        return false;
    }

    private static bool MayBeIn(TokenizedText view, WordKey[] keys)
    {
        foreach (var key in keys)
        {
            if (!view.Found.Words.MayHave(key))
                return false;
        }

        return true;
    }

    private static bool StandsAt(TokenizedText view, int start, string[] name)
    {
        for (var at = 0; at < name.Length; at++)
        {
            var place = start + at;
            if (
                place >= view.Words.Count
                || view.Words[place].Folded != name[at]
                || view.Words[place].Position != view.Words[start].Position + at
            )
                return false;
        }

        return true;
    }

    private static bool IsMeant(TokenizedText view, int start, int after) =>
        !Denial.StandsBefore(view, start) && !Denial.StandsBehind(view, after) && !IsAsked(view, after);

    // "Labs, can you send them?" names them all the same.
    private static bool IsAsked(TokenizedText view, int after)
    {
        var end = view.Words[after - 1].End;
        var rest = view.Text[end..];
        var mark = rest.IndexOfAny(Marks);
        return mark >= 0 && rest[mark] == '?';
    }

    private readonly record struct Name(string[] Words, WordKey[] Keys);
}
