using System.Text.RegularExpressions;
using AutoResolve.Rules;

namespace AutoResolve.Matching.Compiling;

/// <summary>Accepts regular expressions that run in linear time and are cheap to build; refuses all others.</summary>
internal static class RegexCompiler
{
    private const int LongestPattern = 1_000;
    private const int LargestSize = 2_000;
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <returns>The regular expression; null where it is refused, which is then reported.</returns>
    public static Regex? Compile(Located<string> pattern, CompilationScope scope)
    {
        if (pattern.Value.Length > LongestPattern)
        {
            scope.Report(pattern.Location, MatchingCodes.LargeRegex, $"This pattern has {pattern.Value.Length} characters; at most {LongestPattern} are allowed. Use \"anyOf\" with phrases, or several patterns.");
            return null;
        }

        if (RegexSurvey.Of(pattern.Value) is var survey && survey.Nonlinear is { } construct)
        {
            scope.Report(
                pattern.At(construct.Index),
                MatchingCodes.NonlinearRegex,
                $"{construct.Name} cannot be searched in linear time and is not allowed. Say the same with several conditions (\"all\", \"none\"), or with phrases.");
            return null;
        }

        try
        {
            // Sizes first: building a pattern with huge repetitions is what must not happen.
            if (survey.Size > LargestSize)
            {
                _ = new Regex(pattern.Value, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
                scope.Report(pattern.Location, MatchingCodes.LargeRegex, "The repetitions of this pattern multiply to a size that is not allowed. Use smaller numbers in { }, or * and +, which cost nothing.");
                return null;
            }

            return new Regex(pattern.Value, Options);
        }
        catch (RegexParseException exception)
        {
            scope.Report(pattern.At(Math.Min(exception.Offset, pattern.Value.Length)), MatchingCodes.BadRegex, $"This is not a regular expression: {Explain(exception)}. Correct the pattern, or use \"anyOf\" with phrases.");
        }
        catch (NotSupportedException)
        {
            scope.Report(pattern.Location, MatchingCodes.NonlinearRegex, "This pattern cannot be searched in linear time and is not allowed. Say the same with several conditions, or with phrases.");
        }

        return null;
    }

    private static string Explain(RegexParseException exception) => exception.Error switch
    {
        RegexParseError.UnterminatedBracket => "a [ has no ]",
        RegexParseError.InsufficientClosingParentheses => "a ( has no )",
        RegexParseError.InsufficientOpeningParentheses => "a ) has no (",
        RegexParseError.QuantifierAfterNothing => "*, + or ? stands behind nothing that it could repeat",
        RegexParseError.NestedQuantifiersNotParenthesized => "two of *, +, ? and { } stand behind each other",
        RegexParseError.ReversedQuantifierRange => "the numbers in { } are in the wrong order",
        RegexParseError.ReversedCharacterRange => "a range in [ ] is in the wrong order",
        RegexParseError.UnescapedEndingBackslash => "it ends in a backslash",
        RegexParseError.UnrecognizedEscape => "a backslash stands in front of a letter that has no meaning there",
        _ => exception.Error.ToString(),
    };
}
