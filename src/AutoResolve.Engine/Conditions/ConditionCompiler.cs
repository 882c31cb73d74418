using AutoResolve.Json;
using AutoResolve.Matching;
using AutoResolve.Rules;
using AutoResolve.Words;

namespace AutoResolve.Conditions;

/// <summary>Compiles the conditions of one set.</summary>
/// <param name="set">The set whose names count.</param>
/// <param name="scope">The rulebook being compiled.</param>
/// <param name="prefix">The JSON pointer that evidence leaves out: that of the rule.</param>
/// <param name="reading">How freely phrases are compared at most.</param>
internal sealed class ConditionCompiler(RuleSet set, CompilationScope scope, string prefix, PhraseReading reading)
{
    private const int MaxSize = 10_000;
    private const int Deepest = 200;

    private readonly PhraseCompiler _phrases = new(set, scope);

    public CompilationScope Scope => scope;

    public RuleSet Set => set;

    /// <summary>How freely phrases are compared at most.</summary>
    public PhraseReading Reading => reading;

    /// <summary>The same for what compares phrases in another way.</summary>
    public ConditionCompiler Reads(PhraseReading other) => other == reading ? this : new(set, scope, prefix, other);

    /// <summary>What the names in the set stand for.</summary>
    public SetNames Names => scope.NamesOf(set);

    /// <returns>The condition; null where it is broken, which is then reported.</returns>
    public CompiledCondition? Compile(Condition condition)
    {
        if (condition is BrokenCondition)
            return null;

        // Refused before it can exhaust the stack: the conditions of each named one may themselves be nested.
        if (scope.ConditionDepth == Deepest)
            return TooLarge(condition);
        scope.ConditionDepth++;
        var compiled = scope.Operators.Of(condition).Compile(condition, this);
        scope.ConditionDepth--;
        return compiled is null or { Size: <= MaxSize, Depth: <= Deepest } ? compiled : TooLarge(condition);
    }

    /// <returns>What a condition on text looks for; null where it is broken, which is then reported.</returns>
    public TextPattern? CompileText(TextCondition condition) => ((TextOperator)scope.Operators.Of(condition)).CompileText(condition, this);

    /// <returns>
    /// Phrases that must be there together; null where one is broken, which is then reported. Where one denies, what it denies is meant.
    /// </returns>
    public Phrase[]? CompileTogether(TextCondition condition, IReadOnlyList<Located<string>> sources)
    {
        var phrases = CompilePhrases(condition, sources);
        return phrases is null || !Array.Exists(phrases, phrase => phrase.Denies)
            ? phrases
            : CompilePhrases(condition with { Options = condition.Options with { Denied = true } }, sources);
    }

    /// <returns>The phrases; null where one is broken, which is then reported.</returns>
    public Phrase[]? CompilePhrases(TextCondition condition, IReadOnlyList<Located<string>> sources)
    {
        var how = reading.With(set.Options).With(condition.Options);
        if (condition.StandsAside && how.Spelling == SpellingTolerance.None)
            how = how with { Spelling = SpellingTolerance.Aside };
        var exceptions = condition.Except.Count == 0 ? null : CompileExceptions(condition, how);
        var phrases = new Phrase[sources.Count];
        var isSound = !(exceptions?.Phrases.Count < condition.Except.Count);
        for (var at = 0; at < phrases.Length; at++)
        {
            if (_phrases.Compile(sources[at], Shorten(sources[at].Location), how, exceptions) is { } phrase)
                phrases[at] = phrase;
            else
                isSound = false;
        }

        return isSound ? phrases : null;
    }

    // Read as freely as what it excepts: whose idiom is misspelt means the idiom. What is denied is still part of it.
    private CompiledList CompileExceptions(TextCondition condition, PhraseReading how)
    {
        var own = how with { EvenDenied = true, AcrossSentences = true };
        var phrases = condition.Except.Select(source => _phrases.Compile(source, Shorten(source.Location), own));
        return new CompiledList("except", own.EvenDenied, own.AcrossSentences) { Phrases = [.. phrases.OfType<Phrase>()] };
    }

    /// <summary>The JSON pointer of a place, as evidence gives it.</summary>
    public string Shorten(SourceLocation location)
    {
        var pointer = location.Pointer;
        return pointer.AsSpan().StartsWith(prefix) && pointer.AsSpan(prefix.Length) is ['/', ..] and var own ? scope.Share(own) : pointer;
    }

    private CompiledCondition? TooLarge(Condition condition)
    {
        scope.Report(
            condition.Location,
            MatchingCodes.LargeCondition,
            $"With the named conditions in it written out, this condition has more than {MaxSize} parts or is "
                + $"nested more than {Deepest} deep. Use fewer named conditions inside each other."
        );
        return null;
    }
}
