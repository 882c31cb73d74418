using System.Text.RegularExpressions;

namespace AutoResolve.Benchmarks.Conditions;

/// <summary>A regular expression, quick to make until <see cref="Compile"/> makes it quick to run.</summary>
internal sealed class TextPattern(string pattern)
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private Regex? _regex;

    public string Pattern => pattern;

    public bool IsIn(string text) => (_regex ??= new Regex(pattern, Options)).IsMatch(text);

    public void Compile() => _regex = CompiledRegex();

    public Regex CompiledRegex() => new(pattern, Options | RegexOptions.Compiled);
}
