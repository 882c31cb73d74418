using AutoResolve.Budgets;

namespace AutoResolve.Regexes;

/// <summary>Finds in a match what the group called <c>value</c> takes.</summary>
/// <remarks>Goes the preferred way through the pattern, and from each instruction at each character once: what did not lead to the end then
/// does not lead there by another way. So it takes time in proportion to the match.</remarks>
internal sealed class ValueRegex
{
    // What is looked for is a value of a few words.
    private const int MaxPlaces = 200_000;
    private const int StepsPerPlace = 8;

    // What a long match took is not kept for the next.
    private const int MaxKept = 4_096;

    [ThreadStatic]
    private static HashSet<(int Instruction, int At)>? _seen;

    [ThreadStatic]
    private static Stack<Way>? _open;

    private readonly RegexInstruction[] _instructions;
    private readonly int _start;
    private readonly CharacterSet _words;
    private readonly bool _hasValue;

    private ValueRegex(RegexInstruction[] instructions, int start, CharacterSets sets)
    {
        (_instructions, _start, _words) = (instructions, start, sets.WordCharacters);
        _hasValue = Array.Exists(instructions, instruction => instruction.Kind == RegexInstructionKind.BeginValue);
    }

    /// <param name="pattern">The pattern, which is not too large.</param>
    /// <param name="sets">Takes its character sets.</param>
    public static ValueRegex Compile(RegexNode pattern, CharacterSets sets)
    {
        var (instructions, start) = LinearRegexCompiler.Compile(pattern, notesValue: true)!.Value;
        return new ValueRegex(instructions, start, sets);
    }

    /// <inheritdoc cref="CompiledRegex.ValueOf"/>
    public TextMatch? ValueOf(ReadOnlySpan<char> text, TextMatch match, WorkBudget? work)
    {
        if (!_hasValue)
            return match;
        var seen = _seen ??= [];
        var open = _open ??= new Stack<Way>();
        seen.Clear();
        open.Clear();
        open.Push(new Way(_start, match.Index, -1, null));
        TextMatch? value = null;
        while (seen.Count < MaxPlaces && open.TryPop(out var way) && !Follow(way, text, seen, open, out value)) { }
        if (seen.Count > MaxKept)
            (_seen, _open) = (null, null);
        return work?.Take((long)seen.Count * StepsPerPlace) == false ? null : value;
    }

    private bool Follow(Way way, ReadOnlySpan<char> text, HashSet<(int Instruction, int At)> seen, Stack<Way> open, out TextMatch? value)
    {
        var (instruction, at, begin, taken) = way;
        while (seen.Count < MaxPlaces && seen.Add((instruction, at)))
        {
            ref readonly var step = ref _instructions[instruction];
            switch (step.Kind)
            {
                case RegexInstructionKind.Match:
                    value = taken;
                    return true;
                case RegexInstructionKind.Fork:
                    open.Push(new Way(step.Other, at, begin, taken));
                    break;
                case RegexInstructionKind.BeginValue:
                    begin = at;
                    break;
                case RegexInstructionKind.EndValue:
                    taken = new TextMatch(begin, at - begin);
                    break;
                case RegexInstructionKind.Assert when step.Assertion.Holds(text, at, _words):
                    break;
                case RegexInstructionKind.Take when at < text.Length && step.Set!.Contains(text[at]):
                    at++;
                    break;
                default:
                    value = null;
                    return false;
            }

            instruction = step.Next;
        }

        value = null;
        return false;
    }

    /// <summary>A way that is still to be tried.</summary>
    /// <param name="Instruction">Where it goes on.</param>
    /// <param name="At">The place in the text.</param>
    /// <param name="Begin">Where the group begins; -1 where it has not.</param>
    /// <param name="Taken">What the group took last; null where it took nothing.</param>
    private readonly record struct Way(int Instruction, int At, int Begin, TextMatch? Taken);
}
