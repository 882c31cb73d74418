using System.Text.RegularExpressions;

namespace AutoResolve.Regexes;

/// <summary>A pattern of a rule, which runs in linear time. It is built when it is first needed: of thousands, few ever are.</summary>
internal sealed class CompiledRegex
{
    private readonly CharacterSets _sets;
    private readonly bool _isLinear;
    private volatile LinearRegex? _linear;
    private volatile Regex? _library;

    /// <param name="pattern">A pattern that the library accepts.</param>
    /// <param name="parts">What it is made of; null where it has something that only the library knows.</param>
    /// <param name="sets">Takes its character sets.</param>
    /// <exception cref="NotSupportedException">It cannot run in linear time.</exception>
    public CompiledRegex(string pattern, RegexNode? parts, CharacterSets sets)
    {
        (Pattern, _sets) = (pattern, sets);
        _isLinear = parts is not null && LinearRegexCompiler.Compile(parts) is not null;

        // What only the library can run, only the library can refuse.
        if (!_isLinear)
            _ = new Regex(pattern, Options);
    }

    /// <summary>How rules mean their patterns.</summary>
    public static RegexOptions Options => RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    public string Pattern { get; }

    /// <inheritdoc cref="LinearRegex.Find"/>
    public TextMatch? Find(ReadOnlySpan<char> text, bool onlyWhether)
    {
        if (_isLinear)
            return (_linear ??= LinearRegex.Compile(RegexReader.Read(Pattern, _sets)!, _sets)!).Find(text, onlyWhether);
        foreach (var match in (_library ??= new Regex(Pattern, Options)).EnumerateMatches(text))
            return new TextMatch(match.Index, match.Length);
        return null;
    }
}

/// <summary>Where a pattern was found.</summary>
internal readonly record struct TextMatch(int Index, int Length);
