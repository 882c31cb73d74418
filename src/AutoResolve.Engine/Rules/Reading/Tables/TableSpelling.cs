using AutoResolve.Json.Reading;

namespace AutoResolve.Rules.Reading.Tables;

/// <summary>Finds what an author probably meant with a name of a table.</summary>
internal static class TableSpelling
{
    // A hostile table has hundreds of thousands of names, and as many mistakes.
    private const int MaxKnown = 200;

    public static string? Closest(string name, IEnumerable<string> known) =>
        name.Length > NameForm.Longest ? null : Spelling.Closest(name, known.Take(MaxKnown));
}
