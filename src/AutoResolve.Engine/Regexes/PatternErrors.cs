using System.Text.RegularExpressions;

namespace AutoResolve.Regexes;

/// <summary>Says in plain words what is wrong with a pattern.</summary>
internal static class PatternErrors
{
    public static string Explain(RegexParseError error) =>
        error switch
        {
            RegexParseError.InsufficientClosingParentheses => "a '(' is never closed. Add ')', or write '\\(' for the sign itself.",
            RegexParseError.InsufficientOpeningParentheses => "this ')' closes nothing. Take it out, or write '\\)' for the sign itself.",
            RegexParseError.UnterminatedBracket => "a '[' is never closed. Add ']', or write '\\[' for the sign itself.",
            RegexParseError.QuantifierAfterNothing =>
                "there is nothing before this '*', '+', '?' or '{' that could be repeated. For the sign itself write '\\' before it.",
            RegexParseError.NestedQuantifiersNotParenthesized =>
                "two repetitions follow each other. Put the first into a group: '(?:a+)*'.",
            RegexParseError.ReversedQuantifierRange => "the first number in '{ }' is larger than the second. Swap them.",
            RegexParseError.QuantifierOrCaptureGroupOutOfRange => "the number is too large.",
            RegexParseError.ReversedCharacterRange =>
                "the range in '[ ]' runs backwards. Swap its ends, or write '\\-' for the sign itself.",
            RegexParseError.ShorthandClassInCharacterRange =>
                "a class such as \\d cannot be the end of a range. Write '\\-' for the sign itself.",
            RegexParseError.UnescapedEndingBackslash =>
                "it ends with a single '\\'. Write '\\\\' for the sign itself, which in JSON is \"\\\\\\\\\".",
            RegexParseError.UnrecognizedEscape => "this letter after '\\' means nothing. In JSON a '\\' is written twice: \"\\\\d\".",
            RegexParseError.UndefinedNumberedReference or RegexParseError.UndefinedNamedReference =>
                "it refers to a group that is not there; and references are not allowed at all.",
            RegexParseError.UnrecognizedUnicodeProperty
            or RegexParseError.InvalidUnicodePropertyEscape
            or RegexParseError.MalformedUnicodePropertyEscape =>
                "there is no such kind of character. Kinds are written '\\p{L}', '\\p{Nd}'.",
            RegexParseError.InvalidGroupingConstruct =>
                "'(?' begins nothing known here. Write '(?:' for a group, or '\\(' for the sign itself.",
            RegexParseError.UnterminatedComment => "a comment '(?#' is never closed.",
            RegexParseError.InsufficientOrInvalidHexDigits => "'\\x' needs two and '\\u' four digits or letters from a to f.",
            RegexParseError.CaptureGroupNameInvalid => "the name of the group must be letters and digits.",
            RegexParseError.ExclusionGroupNotLast => "what is taken away from a class, as in [a-z-[aeiou]], must come last.",
            _ => "this is not how patterns are written. Check the signs before and after it.",
        };
}
