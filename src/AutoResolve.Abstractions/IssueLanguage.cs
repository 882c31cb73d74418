namespace AutoResolve;

/// <summary>The language that an issue was taken to be in.</summary>
/// <param name="Tag">
/// A BCP 47 tag, such as <c>es</c> or <c>es-MX</c>; <c>und-</c> and a script, such as <c>und-Cyrl</c>, where only that is certain;
/// of <c>und-Latn</c> it is certain that it is not English.
/// </param>
/// <param name="IsRead">Whether it was read from the text; false where <see cref="Issue.Locale"/> says it and the text is not certainly in
/// another.</param>
public sealed record IssueLanguage(string Tag, bool IsRead)
{
    private const string OnlyScript = "und-";
    private static readonly char[] Separators = ['-', '_'];

    /// <summary>
    /// The language without its region, in lower case: <c>es</c> of <c>es-MX</c>. The whole tag where only the script is certain.
    /// </summary>
    public string Primary
    {
        get
        {
            if (Tag.StartsWith(OnlyScript, StringComparison.OrdinalIgnoreCase))
                return Tag;
            return (Tag.IndexOfAny(Separators) is var end and >= 0 ? Tag[..end] : Tag).ToLowerInvariant();
        }
    }
}
