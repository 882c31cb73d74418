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
    private const int WordsOnStack = 16;

    // A word speaks of numbers at most 48 characters behind it, in which there is room for so many masks.
    private const int MaxPasses = 6;

    private readonly IReadOnlyList<string> _sites;
    private readonly PhraseIndex _words;
    private readonly PhraseIndex _wordsWithoutNumbers;
    private readonly NumberFinder _numbers;
    private readonly NameFinder _names;

    /// <summary>Masks by the forms that are the same everywhere.</summary>
    public PersonalDataRedactor() =>
        (_sites, _words, _wordsWithoutNumbers, _numbers, _names) = (
            General._sites,
            General._words,
            General._wordsWithoutNumbers,
            General._numbers,
            General._names
        );

    internal PersonalDataRedactor(RedactionProfile profile)
    {
        (_sites, _numbers, _names) = (profile.Sites, new NumberFinder(profile), new NameFinder(profile));
        (string, WordKind)[] others = [.. NameWords.With(profile.People), .. MailWords.Ats.Select(at => (at, WordKind.At))];
        _words = new PhraseIndex([.. ContextWords.With(profile.NumberNames), .. others]);
        _wordsWithoutNumbers = new PhraseIndex(others);
    }

    /// <summary>The one without a rulebook.</summary>
    internal static PersonalDataRedactor General { get; } = new(RedactionProfile.General);

    /// <summary>Masks what is personal in a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text with placeholders such as <c>[PII_PHONE]</c>; the same string where there is nothing to mask.</returns>
    public string Redact(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (redacted, isDone) = Pass(text);

        // A mask may be shorter than what it stands for, and a word that says what a number is then stands close enough to it.
        for (var pass = 1; pass < MaxPasses && !isDone; pass++)
            (redacted, isDone) = Pass(redacted);
        return redacted;
    }

    /// <returns>The text, and whether another pass would find nothing more.</returns>
    private (string Redacted, bool IsDone) Pass(string text)
    {
        if (NormalizedText.IsPlain(text))
            return Pass(text, text);
        var rented = text.Length > OnStack ? ArrayPool<char>.Shared.Rent(text.Length) : null;
        var plain = (rented ?? stackalloc char[OnStack])[..text.Length];
        NormalizedText.Write(text, plain);
        var redacted = Pass(text, plain);
        if (rented is not null)
            ArrayPool<char>.Shared.Return(rented, clearArray: true);
        return redacted;
    }

    private (string Redacted, bool IsDone) Pass(string text, ReadOnlySpan<char> plain)
    {
        List<SensitiveSpan>? findings = null;
        if (plain.Contains(':') || plain.Contains("www.", StringComparison.OrdinalIgnoreCase))
            LinkFinder.Find(text, plain, _sites, ref findings);
        var hasNumbers = plain.ContainsAnyInRange('0', '9');
        var words = new Gathered<PhraseHit>(stackalloc PhraseHit[WordsOnStack]);
        (hasNumbers ? _words : _wordsWithoutNumbers).Find(plain, ref words);
        MailFinder.Find(plain, words.All, ref findings);
        if (hasNumbers)
            _numbers.Find(plain, words.All, ref findings);
        _names.Find(plain, words.All, ref findings);
        words.Dispose();
        return findings is null ? (text, true) : Replace(text, plain, findings);
    }

    // Where two overlap, the one that begins first names both. What nobody sees behind one may be the rest of its last character, encoded.
    private static (string Redacted, bool IsDone) Replace(string text, ReadOnlySpan<char> plain, List<SensitiveSpan> findings)
    {
        findings.Sort((one, other) => one.Start != other.Start ? one.Start.CompareTo(other.Start) : other.End.CompareTo(one.End));
        var result = new StringBuilder(text.Length);
        var (place, isCut) = (0, false);
        foreach (var finding in CollectionsMarshal.AsSpan(findings))
        {
            if (finding.Start >= place)
                result.Append(text, place, finding.Start - place).Append(finding.Placeholder);
            isCut |= finding.Start < place || !EndsApart(plain[..finding.Start]);
            place = Math.Max(place, finding.End);
            while (place < plain.Length && plain[place] == NormalizedText.Invisible)
                place++;
            isCut |= place < plain.Length && !IsApart(plain[place]);
        }

        var redacted = result.Append(text, place, text.Length - place).ToString();

        // What goes on behind two that overlap may belong to the shorter one: to a link, that is. What a mask was cut from is another word.
        return (redacted, redacted == text || !(isCut || redacted.AsSpan().ContainsAnyInRange('0', '9')));
    }

    private static bool EndsApart(ReadOnlySpan<char> before) =>
        before.TrimEnd(NormalizedText.Invisible) is not [.., var last] || IsApart(last);

    private static bool IsApart(char beside) => char.IsWhiteSpace(beside) || beside is ',' or ';' or ':' or '!' or '?' or '(' or ')' or '"';
}
