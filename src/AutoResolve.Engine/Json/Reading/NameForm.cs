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

    private readonly Regex _regex = new(Pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    public bool Fits(string name) => name.Length <= Longest && !name.EndsWith('\n') && _regex.IsMatch(name);
}
