using System.Globalization;
using System.Text;

namespace AutoResolve.Insights.Figures.Reporting.Html;

/// <summary>A name in one line or two, cut only where it is longer than that, and never within what people see as one letter.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="IsCut">Whether something is missing at the end.</param>
internal sealed record ShortName(IReadOnlyList<string> Lines, bool IsCut)
{
    // From here on, letters of the East and pictures, which are twice as wide.
    private const int FirstWide = 0x1100;

    /// <param name="name">The name.</param>
    /// <param name="letters">How many letters of usual width fit in a line.</param>
    public static ShortName Of(string name, int letters)
    {
        var elements = Elements(name.Trim());
        var first = Fitting(elements, 0, letters);
        if (first == elements.Count)
            return new ShortName([Join(elements, 0, first)], IsCut: false);
        var second = Break(elements, first);
        if (Fitting(elements, second, letters) == elements.Count)
            return new ShortName([Join(elements, 0, second), Join(elements, second, elements.Count)], IsCut: false);
        return new ShortName(
            [Join(elements, 0, second), Join(elements, second, Fitting(elements, second, letters - 1)) + "…"],
            IsCut: true
        );
    }

    private static List<string> Elements(string text)
    {
        var elements = new List<string>();
        var found = StringInfo.GetTextElementEnumerator(text);
        while (found.MoveNext())
            elements.Add(found.GetTextElement());
        return elements;
    }

    private static int Fitting(List<string> elements, int from, int letters)
    {
        var at = from;
        for (var room = (double)letters; at < elements.Count; at++)
        {
            room -= elements[at].EnumerateRunes().Sum(Width);

            // One stands in each line, however wide.
            if (room < 0 && at > from)
                break;
        }

        return at;
    }

    // Where a font has no picture of a family, its members stand side by side.
    private static double Width(Rune letter) =>
        Rune.GetUnicodeCategory(letter) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
            _ when letter.Value >= FirstWide => 2,
            UnicodeCategory.UppercaseLetter => 1.5,
            _ => letter.Value is 'm' or 'w' or '@' or '%' ? 1.5 : 1,
        };

    // Behind a space or a mark, unless that leaves half of the line empty.
    private static int Break(List<string> elements, int end)
    {
        if (elements[end] == " ")
            return end + 1;
        var behind = elements.FindLastIndex(end - 1, element => element is " " or "/" or "-" or "." or "_");
        return behind >= end / 2 ? behind + 1 : end;
    }

    private static string Join(List<string> elements, int from, int to) => string.Concat(elements[from..to]).Trim();
}
