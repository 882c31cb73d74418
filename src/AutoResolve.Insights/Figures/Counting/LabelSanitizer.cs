using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AutoResolve.Privacy;

namespace AutoResolve.Insights.Figures.Counting;

/// <summary>
/// The names of types, teams, channels and products as they may stand in a report. Hosts, histories and baselines write them as they
/// like; what they put there by mistake is in no report. Whatever the rules, a name comes out the same, so that filters and baselines
/// find it.
/// </summary>
internal sealed class LabelSanitizer
{
    /// <summary>Stands for whatever comes after so many names: that is no desk's, and would fill memory and pages.</summary>
    public const string OtherNames = "(other names)";

    private const int Longest = 100;
    private const int Kept = 80;
    private const int Most = 20_000;

    private static readonly PersonalDataRedactor Redactor = new();

    private readonly Dictionary<string, string?> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many names held what looked like personal data.</summary>
    public int Masked { get; private set; }

    /// <returns>The same for the same name, whatever other names there are; another for another, also where both are masked or cut. Null
    /// where there is nothing to see.</returns>
    public string? Of(string? name)
    {
        if (name is null)
            return null;
        if (_names.TryGetValue(name, out var known))
            return known;
        if (_names.Count == Most)
            return OtherNames;
        return _names[name] = VisibleText.IsBlank(name) ? null : Make(VisibleText.Of(name));
    }

    /// <returns>The name of a type, without topics that have no name.</returns>
    public string OfType(string? type) => Of(type)?.Trim('/', ' ') is { Length: > 0 } made ? made : FigureKey.UnknownType;

    private string Make(string plain)
    {
        var clean = Redactor.Redact(plain);
        var isMasked = clean != plain;
        var isCut = clean.Length > (isMasked ? Kept : Longest);
        if (isCut)
            clean = clean[..(char.IsHighSurrogate(clean[Kept - 1]) ? Kept - 1 : Kept)] + "…";
        if (isMasked)
            Masked++;
        return isMasked || isCut ? Distinct(clean, plain) : clean;
    }

    // By the name itself, not by the order of reading: a baseline is read in another.
    private string Distinct(string name, string plain)
    {
        var original = plain.ToUpperInvariant();
        var hashed = $"{name} {Suffix(original)}";
        var made = hashed;
        for (var number = 2; !IsFree(made, original); number++)
            made = string.Create(CultureInfo.InvariantCulture, $"{hashed} ({number})");
        _taken[made] = original;
        return made;
    }

    // Four hexadecimal digits: enough to tell the few names of a desk apart, and too few to find out which address stood there. The first
    // is a letter, since four digits would look personal themselves.
    private static string Suffix(string original)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(original));
        return string.Create(CultureInfo.InvariantCulture, $"{10 + (hash[0] % 6):x}{((hash[1] << 8) | hash[2]) & 0xFFF:x3}");
    }

    private bool IsFree(string name, string original) => !_taken.TryGetValue(name, out var by) || by == original;
}
