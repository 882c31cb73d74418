namespace AutoResolve.Privacy;

/// <summary>What stands where personal data stood.</summary>
internal static class Placeholder
{
    private const string Begin = "[PII_";
    private const int MaxLength = 12;

    public const string SocialSecurity = "[PII_SSN]";
    public const string Email = "[PII_EMAIL]";
    public const string Phone = "[PII_PHONE]";
    public const string Name = "[PII_NAME]";
    public const string Address = "[PII_ADDR]";
    public const string Other = "[PII_OTHER]";

    /// <returns>The length of the placeholder with which a text begins; 1 where it begins with none.</returns>
    public static int LengthOf(ReadOnlySpan<char> text) =>
        text.StartsWith(Begin, StringComparison.Ordinal) && text[..Math.Min(text.Length, MaxLength)].IndexOf(']') is > 0 and var end
            ? end + 1
            : 1;

    /// <summary>Whether a place of a text is in a placeholder, which says nothing of what stands beside it.</summary>
    public static bool Covers(ReadOnlySpan<char> text, int place)
    {
        var from = Math.Max(0, place - MaxLength);
        var begin = from + text[from..place].LastIndexOf(Begin);
        return begin >= from && begin + LengthOf(text[begin..]) > place;
    }
}
