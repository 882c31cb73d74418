using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace AutoResolve.Privacy;

/// <summary>
/// Masks personal data by its form and by the words before it: social security, account and card numbers, telephones, dates of birth,
/// addresses of mail, streets and machines, what links carry, names that are introduced as such. The redactor of a
/// <see cref="Rulebook"/> masks the numbers and names of its own customers as well.
/// </summary>
/// <remarks>Freephone numbers, numbers that the text calls a ticket or a claim, codes of errors and days of the issue stay. Names that
/// nothing introduces have no form that can be told; a host that knows its customers' names masks them with a redactor of its own. Passes
/// over the text, whose cost does not depend on what it says. Immutable, safe for any number of threads.</remarks>
public sealed class PersonalDataRedactor : IRedactor
{
    private const int OnStack = 512;

    private static readonly NumberFinder GeneralNumbers = new(RedactionProfile.General);
    private static readonly NameFinder GeneralNames = new(RedactionProfile.General);

    private readonly IReadOnlyList<string> _sites;
    private readonly NumberFinder _numbers;
    private readonly NameFinder _names;

    /// <summary>Masks by the forms that are the same everywhere.</summary>
    public PersonalDataRedactor() => (_sites, _numbers, _names) = ([], GeneralNumbers, GeneralNames);

    internal PersonalDataRedactor(RedactionProfile profile) =>
        (_sites, _numbers, _names) = (profile.Sites, new NumberFinder(profile), new NameFinder(profile));

    /// <summary>The one without a rulebook.</summary>
    internal static PersonalDataRedactor General { get; } = new();

    /// <summary>Masks what is personal in a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text with placeholders such as <c>[PII_PHONE]</c>; the same string where there is nothing to mask.</returns>
    public string Redact(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Ascii.IsValid(text))
            return Redact(text, text);
        var rented = text.Length > OnStack ? ArrayPool<char>.Shared.Rent(text.Length) : null;
        var plain = (rented ?? stackalloc char[OnStack])[..text.Length];
        NormalizedText.Write(text, plain);
        var redacted = Redact(text, plain);
        if (rented is not null)
            ArrayPool<char>.Shared.Return(rented, clearArray: true);
        return redacted;
    }

    private string Redact(string text, ReadOnlySpan<char> plain)
    {
        List<SensitiveSpan>? findings = null;
        if (plain.Contains(':') || plain.Contains("www.", StringComparison.OrdinalIgnoreCase))
            LinkFinder.Find(plain, _sites, ref findings);
        if (plain.Contains('@'))
            MailFinder.Find(plain, ref findings);
        if (plain.ContainsAnyInRange('0', '9'))
            _numbers.Find(plain, ref findings);
        _names.Find(plain, ref findings);
        return findings is null ? text : Replace(text, findings);
    }

    // Where two overlap, the one that begins first names both.
    private static string Replace(string text, List<SensitiveSpan> findings)
    {
        findings.Sort((one, other) => one.Start != other.Start ? one.Start.CompareTo(other.Start) : other.End.CompareTo(one.End));
        var result = new StringBuilder(text.Length);
        var place = 0;
        foreach (var finding in CollectionsMarshal.AsSpan(findings))
        {
            if (finding.Start >= place)
                result.Append(text, place, finding.Start - place).Append(finding.Placeholder);
            place = Math.Max(place, finding.End);
        }

        return result.Append(text, place, text.Length - place).ToString();
    }
}
