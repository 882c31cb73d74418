using System.Text.RegularExpressions;

namespace AutoResolve.Json.Reading;

/// <summary>How a kind of name is written.</summary>
/// <param name="Pattern">What it must fit as a whole. The schema for editors has the same.</param>
/// <param name="Description">The pattern in words.</param>
/// <param name="Example">A name of that kind.</param>
internal sealed partial record NameForm(string Pattern, string Description, string Example)
{
    public const int Longest = 100;

    public static readonly NameForm Set = new(SetPattern, "small letters and digits, with dashes between words", "sign-in");

    public static readonly NameForm Id = new(
        IdPattern,
        "small letters and digits, with dashes between words and dots between parts",
        "sign-in.clock-wrong"
    );

    public static readonly NameForm Type = new(
        TypePattern,
        "small letters and digits, with dashes between words and slashes between parts",
        "sign-in/loop"
    );

    public static readonly NameForm Camel = new(
        CamelPattern,
        "letters and digits without spaces, beginning with a small letter",
        "kickedOut"
    );

    public static readonly NameForm Handler = new(
        HandlerPattern,
        "letters, digits, dashes, dots and underscores, beginning with a letter",
        "clear-sessions"
    );

    private const string SetPattern = "^[a-z0-9]+(-[a-z0-9]+)*$";
    private const string IdPattern = @"^[a-z0-9]+([.-][a-z0-9]+)*$";
    private const string TypePattern = "^[a-z0-9]+([/-][a-z0-9]+)*$";
    private const string CamelPattern = "^[a-z][A-Za-z0-9]*$";
    private const string HandlerPattern = "^[A-Za-z][A-Za-z0-9._-]*$";

    private static readonly Regex Unfit = new("[^A-Za-z0-9./]+", RegexOptions.NonBacktracking);

    private readonly Regex _regex = new(Pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    public bool Fits(string name) => name.Length <= Longest && !name.EndsWith('\n') && _regex.IsMatch(name);

    /// <summary>The name as this form has it; null where no small change makes it so.</summary>
    public string? Nearest(string name)
    {
        var dashed = Unfit.Replace(name.Trim(), "-").Trim('-');
        if (Fits(dashed.ToLowerInvariant()))
            return dashed.ToLowerInvariant();
        var words = dashed.Split('-', '.', '/');
        var joined = words[0].Length == 0 ? "" : string.Concat(words.Select((word, at) => at == 0 ? Small(word) : Capital(word)));
        return Fits(joined) ? joined : null;
    }

    private static string Small(string word) =>
        word.Any(char.IsAsciiLetterLower) ? char.ToLowerInvariant(word[0]) + word[1..] : word.ToLowerInvariant();

    private static string Capital(string word) => word.Length == 0 ? "" : char.ToUpperInvariant(word[0]) + word[1..];
}
