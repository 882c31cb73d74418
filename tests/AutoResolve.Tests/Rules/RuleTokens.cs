using System.Text.RegularExpressions;
using CsCheck;

namespace AutoResolve.Tests.Rules;

/// <summary>Takes rule files to pieces, and puts them together in other ways.</summary>
internal static class RuleTokens
{
    public static readonly string[] Trivia =
    [
        " ",
        "\n",
        "\n\n\n",
        "\t",
        "\r\n",
        " // one\n",
        " /* two */ ",
        "\n// three\n",
        "/* four\n four */",
        "\n\n  /* five */\n",
    ];

    private const string Pattern = """
        "(?:[^"\\]|\\.)*"|//[^\n]*\n|/\*.*?\*/|[{}\[\]:,]|[^\s{}\[\]:,"/]+
        """;

    public static string[] Of(string json) =>
        [.. Regex.Matches(json, Pattern, RegexOptions.Singleline | RegexOptions.NonBacktracking).Select(match => match.Value)];

    /// <summary>The same file with other white space and more comments.</summary>
    public static Gen<string> Shaken(string json)
    {
        var tokens = Of(json);
        return Gen.Int[0, Trivia.Length - 1]
            .Select(i => Trivia[i])
            .Array[0, 2]
            .Array[tokens.Length + 1]
            .Select(trivia =>
                string.Concat(tokens.Select((token, i) => (token == ":" ? "" : string.Concat(trivia[i])) + token))
                + string.Concat(trivia[^1])
            );
    }
}
