using System.Text;
using System.Text.RegularExpressions;

namespace AutoResolve.Cases;

/// <summary>Puts others in the places of the masks of a kept case, to tell whether a decision depends on them.</summary>
/// <param name="masked">What stands in the places of something else: values of fields, masks in texts, whole texts that hold masks.
/// </param>
/// <param name="looksReal">Whether they look like what may have stood there, which a rule may ask for; else they look like nothing.
/// </param>
internal sealed partial class OtherMasks(IReadOnlyList<string> masked, bool looksReal)
{
    private const int MinLengthByItself = 3;

    // Unlike any mask in length and in each character.
    private const string Nothing = "~~~~~~~~~~~~~~~~~~~~~~~~";

    private const string Mail = "someone.else@elsewhere.example";
    private const string Number = "219-09-9999";
    private const string Words = "Somebody Else";

    private readonly IReadOnlyList<string> _longestFirst =
    [
        .. masked.Where(each => each.Length > 0).OrderByDescending(each => each.Length),
    ];

    /// <summary>The value of a field.</summary>
    public string Value(string value) => masked.Contains(value) ? Other(value) : value;

    /// <summary>A text.</summary>
    public string Text(string text)
    {
        if (text.Length == 0)
            return text;
        var other = new StringBuilder(text.Length);
        var place = 0;
        while (place < text.Length)
        {
            if (MaskAt(text, place) is { } mask)
            {
                other.Append(Other(mask));
                place += mask.Length;
            }
            else
            {
                other.Append(text[place++]);
            }
        }

        return other.ToString();
    }

    private string? MaskAt(string text, int place)
    {
        foreach (var mask in _longestFirst)
        {
            if (
                string.CompareOrdinal(text, place, mask, 0, mask.Length) == 0
                && (mask.Length < text.Length || !Placeholders().IsMatch(text))
                && (mask.Length >= MinLengthByItself || StandsAlone(text, place, mask.Length))
            )
                return mask;
        }

        // An older journal tells of a text only that it holds masks.
        return
            text[place] == '['
            && masked.Contains(text)
            && Placeholders().Match(text, place) is { Success: true } found
            && found.Index == place
            ? found.Value
            : null;
    }

    private string Other(string mask)
    {
        if (!looksReal)
            return Nothing;
        if (Says(mask, "mail"))
            return Mail;
        if (Says(mask, "phone") || Says(mask, "ssn") || Says(mask, "other"))
            return Number;
        return Says(mask, "name") || Says(mask, "addr") ? Words : $"{Words} {Mail} {Number}";
    }

    private static bool Says(string mask, string kind) => mask.Contains(kind, StringComparison.OrdinalIgnoreCase);

    private static bool StandsAlone(string text, int place, int length) =>
        (place == 0 || !char.IsLetterOrDigit(text[place - 1]))
        && (place + length == text.Length || !char.IsLetterOrDigit(text[place + length]));

    [GeneratedRegex(@"\[[^\[\]\n]{1,40}\]", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholders();
}
