using System.Text.RegularExpressions;
using AutoResolve.Matching.Requirements;

namespace AutoResolve.Matching.Regexes;

/// <summary>A pattern of a rule, ready to run in linear time.</summary>
internal sealed class CompiledRegex
{
    private readonly LinearRegex? _linear;
    private readonly Lazy<Regex>? _library;

    /// <param name="pattern">A pattern that the library accepts with <see cref="Options"/>.</param>
    /// <param name="sets">Takes its character sets.</param>
    public CompiledRegex(string pattern, CharacterSets sets)
    {
        Pattern = pattern;
        var node = RegexReader.Read(pattern, sets);
        Runs = node is null ? null : PatternRuns.Of(node);
        _linear = node is null ? null : LinearRegex.Compile(node, sets);
        if (_linear is null)
            _library = new Lazy<Regex>(() => new Regex(pattern, Options));
    }

    /// <summary>How rules mean their patterns.</summary>
    public static RegexOptions Options => RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    public string Pattern { get; }

    /// <summary>The runs that a text must have to match; null where nothing is known.</summary>
    public RunRequirement? Runs { get; }

    /// <summary>Whether it needs the library's engine, which is costly to build.</summary>
    public bool NeedsLibrary => _library is not null;

    /// <inheritdoc cref="LinearRegex.Find"/>
    public TextMatch? Find(ReadOnlySpan<char> text, bool onlyWhether)
    {
        if (_linear is not null)
            return _linear.Find(text, onlyWhether);
        foreach (var match in _library!.Value.EnumerateMatches(text))
            return new TextMatch(match.Index, match.Length);
        return null;
    }
}
