using System.Collections.Frozen;

namespace AutoResolve.Words.Inflection;

/// <summary>The words of a language whose forms do not follow rules.</summary>
/// <remarks>
/// One word with all its forms a line. A plus stands for several forms: <c>dij+P</c> is the stem <c>dij</c> with each ending of the group
/// <c>P</c>. What stands before a bar may also stand before each form: <c>con,de| tener tengo</c> is tener, contener and detener.
/// </remarks>
internal sealed class IrregularTable
{
    private readonly FrozenDictionary<string, string[]> _byForm;

    /// <param name="table">The lines.</param>
    /// <param name="groups">The groups of endings, by their letter; an underscore is no ending.</param>
    public IrregularTable(string table, IReadOnlyDictionary<char, string> groups)
    {
        var endings = groups.ToDictionary(group => group.Key, group => Endings.Of(group.Value));
        _byForm = table
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(line => Read(line, endings))
            .SelectMany(forms => forms.Distinct(StringComparer.Ordinal).Select(form => (Form: form, All: forms)))
            .GroupBy(pair => pair.Form, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.SelectMany(pair => pair.All).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>All forms of the words that this is a form of; null where it is a form of none.</summary>
    public IReadOnlyList<string>? FormsOf(string word) => _byForm.GetValueOrDefault(word);

    private static IEnumerable<string[]> Read(string line, Dictionary<char, string[]> endings)
    {
        var bar = line.IndexOf('|', StringComparison.Ordinal);
        string[] prefixes = bar < 0 ? [""] : ["", .. line[..bar].Split(',', StringSplitOptions.TrimEntries)];
        string[] forms = [.. Endings.Of(line[(bar + 1)..]).SelectMany(word => Expand(word, endings))];
        return prefixes.Select(prefix => forms.Select(form => prefix + form).ToArray());
    }

    private static IEnumerable<string> Expand(string word, Dictionary<char, string[]> endings)
    {
        var plus = word.IndexOf('+', StringComparison.Ordinal);
        return plus < 0 ? [word] : word[(plus + 1)..].SelectMany(group => endings[group]).Select(ending => word[..plus] + ending);
    }
}
