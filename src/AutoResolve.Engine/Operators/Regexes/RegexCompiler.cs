using System.Text.RegularExpressions;
using AutoResolve.Conditions;
using AutoResolve.Json;
using AutoResolve.Matching;
using AutoResolve.Regexes;

namespace AutoResolve.Operators.Regexes;

/// <summary>Accepts regular expressions that run in linear time and are cheap to build; refuses all others.</summary>
internal static class RegexCompiler
{
    private const int MaxPatternLength = 1_000;

    // The time and memory of a search grow with the size.
    private const int MaxSize = 500;
    private const RegexOptions SyntaxOptions = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <returns>The regular expression; null where it is refused, which is then reported.</returns>
    public static CompiledRegex? Compile(Located<string> pattern, CompilationScope scope)
    {
        if (scope.Regexes.TryGetValue(pattern.Value, out var known))
            return known;
        if (pattern.Value.Length > MaxPatternLength)
            return Report(
                scope,
                pattern.Location,
                MatchingCodes.LargeRegex,
                $"This pattern has {pattern.Value.Length} characters; at most {MaxPatternLength} are allowed. Use "
                    + $"\"anyOf\" with phrases, or several patterns."
            );
        if (FindSyntaxError(pattern.Value) is { } error)
            return Report(
                scope,
                pattern.At(Math.Min(error.Offset, pattern.Value.Length)),
                MatchingCodes.BadRegex,
                $"This pattern cannot be read here: {PatternErrors.Explain(error.Error)}"
            );
        var scan = PatternScan.Of(pattern.Value);
        if (scan.Unsupported is { } unsupported)
            return Report(scope, pattern.At(unsupported.Index), MatchingCodes.NonlinearRegex, unsupported.Message);
        if (scan.Size > MaxSize)
            return Report(
                scope,
                pattern.Location,
                MatchingCodes.LargeRegex,
                $"With its repetitions written out this pattern has about {scan.Size} parts; at most {MaxSize} "
                    + $"are allowed. Use smaller numbers in {{ }}, or * and +, which cost nothing."
            );
        return Build(pattern, scope);
    }

    // Without NonBacktracking building is cheap, whatever the size. These are never run.
    private static RegexParseException? FindSyntaxError(string pattern)
    {
        try
        {
            _ = new Regex(pattern, SyntaxOptions);
            return null;
        }
        catch (RegexParseException exception)
        {
            return exception;
        }
    }

    private static CompiledRegex? Build(Located<string> pattern, CompilationScope scope)
    {
        if (RegexReader.Read(pattern.Value, scope.CharacterSets) is not { } parts)
            return Report(
                scope,
                pattern.Location,
                MatchingCodes.NonlinearRegex,
                "This pattern has something that cannot be searched in linear time here, such as groups more than "
                    + $"{RegexReader.MaxDepth} deep in each other. Say the same with several conditions, or with phrases."
            );
        if (CompiledRegex.Of(pattern.Value, parts, scope.CharacterSets) is not { } compiled)
            return Report(
                scope,
                pattern.Location,
                MatchingCodes.LargeRegex,
                "With its repetitions written out this pattern has too many parts. Use smaller numbers in { }, or * and +, which cost "
                    + "nothing."
            );
        scope.RequiredRuns[pattern.Value] = RegexLiterals.Of(parts);
        return scope.Regexes.GetOrAdd(pattern.Value, compiled);
    }

    private static CompiledRegex? Report(CompilationScope scope, SourceLocation location, string code, string message)
    {
        scope.Report(location, code, message);
        return null;
    }
}
