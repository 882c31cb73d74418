using System.Text.RegularExpressions;
using AutoResolve.Budgets;

namespace AutoResolve.Regexes;

/// <summary>A pattern of a rule, which runs in linear time. It is built when it is first needed: of thousands, few ever are.</summary>
internal sealed class CompiledRegex
{
    private readonly CharacterSets _sets;
    private volatile LinearRegex? _linear;
    private volatile ValueRegex? _value;

    private CompiledRegex(string pattern, CharacterSets sets, int maxStepsPerCharacter) =>
        (Pattern, _sets, MaxStepsPerCharacter) = (pattern, sets, maxStepsPerCharacter);

    /// <summary>How rules mean their patterns; what the library makes of these is the oracle in tests.</summary>
    public static RegexOptions Options => RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    public string Pattern { get; }

    /// <summary>The most steps that a search takes for a character, see <see cref="RegexCost"/>.</summary>
    public int MaxStepsPerCharacter { get; }

    /// <param name="pattern">A pattern that the library accepts.</param>
    /// <param name="parts">What it is made of.</param>
    /// <param name="sets">Takes its character sets.</param>
    /// <returns>Null where it is too large.</returns>
    public static CompiledRegex? Of(string pattern, RegexNode parts, CharacterSets sets) =>
        LinearRegexCompiler.Compile(parts) is { } program ? new CompiledRegex(pattern, sets, RegexCost.PerCharacter(program)) : null;

    /// <summary>What a text must have for the pattern to be found in it. Found out when it is called.</summary>
    public NeededCharacters[] FindNeeds() => NeededCharacters.Of(Read());

    /// <summary>Runs of which a text must have one for the pattern to be found in it; null where there are none that tell. Found out when
    /// it is called.</summary>
    public NeededRuns? FindRuns() => NeededRuns.Of(Read());

    /// <summary>Builds what a search needs, which else is built for the first.</summary>
    public void Prepare() => _linear ??= LinearRegex.Compile(Read(), _sets)!;

    /// <inheritdoc cref="LinearRegex.Find"/>
    public TextMatch? Find(ReadOnlySpan<char> text, bool onlyWhether, WorkBudget? work = null, int from = 0) =>
        (_linear ??= LinearRegex.Compile(Read(), _sets)!).Find(text, onlyWhether, work, from);

    /// <summary>What the group called <c>value</c> takes of a match; all of it where there is no such group.</summary>
    /// <param name="text">The text.</param>
    /// <param name="match">A match of <see cref="Find"/> in it.</param>
    /// <param name="work">Takes the steps.</param>
    /// <returns>Null where the group takes nothing, or there are too many ways through the match.</returns>
    public TextMatch? ValueOf(ReadOnlySpan<char> text, TextMatch match, WorkBudget? work = null) =>
        (_value ??= ValueRegex.Compile(Read(), _sets)).ValueOf(text, match, work);

    private RegexNode Read() => RegexReader.Read(Pattern, _sets)!;
}

/// <summary>Where a pattern was found.</summary>
internal readonly record struct TextMatch(int Index, int Length);
