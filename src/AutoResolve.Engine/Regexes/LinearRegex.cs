using System.Buffers;
using AutoResolve.Budgets;

namespace AutoResolve.Regexes;

/// <summary>
/// A regular expression of which every search takes time in proportion to the text, and which takes little memory and no time to build.
/// </summary>
/// <remarks>
/// All ways through the pattern are followed at once, the preferred first, so that it finds what a backtracking search finds (Pike's
/// machine:
/// Cox, "Regular Expression Matching: the Virtual Machine Approach", 2009). The library's own linear engine, NonBacktracking, needs up to
/// megabytes and milliseconds for a pattern, which thousands of rules cannot afford. Immutable, safe for any number of threads.
/// </remarks>
internal sealed class LinearRegex
{
    [ThreadStatic]
    private static RegexThreads? _current;

    [ThreadStatic]
    private static RegexThreads? _following;

    private readonly RegexInstruction[] _instructions;
    private readonly int _start;
    private readonly CharacterSet _words;

    // What every match begins with: its first instructions, as long as they go one way. These are its length in characters, two letters
    // of it, if
    // they are letters, and the ASCII characters that cannot come behind it; null where nothing need come there.
    private readonly int _beginning;
    private readonly LetterPair? _letters;
    private readonly SearchValues<char>? _notBehind;

    // Whether there is no more to a match than that.
    private readonly bool _isBeginning;

    // The ASCII characters that cannot begin a match; null where a match may be empty.
    private readonly SearchValues<char>? _notFirst;

    private LinearRegex(RegexInstruction[] instructions, int start, CharacterSets sets)
    {
        (_instructions, _start, _words) = (instructions, start, sets.WordCharacters);
        _notFirst = NotFirst(start, sets);
        var takes = Beginning(out var behind);
        (_beginning, _letters) = (takes.Count, PairOf(takes));
        _notBehind = NotFirst(behind, sets);
        _isBeginning = instructions[behind].Kind == RegexInstructionKind.Match;
    }

    /// <returns>Null where the pattern is too large.</returns>
    public static LinearRegex? Compile(RegexNode pattern, CharacterSets sets) =>
        LinearRegexCompiler.Compile(pattern) is var (instructions, start) ? new LinearRegex(instructions, start, sets) : null;

    /// <summary>Finds the first match.</summary>
    /// <param name="text">The text.</param>
    /// <param name="onlyWhether">Whether it is enough to know that there is one; the match returned is then any.</param>
    /// <param name="work">Takes the steps; where it is used up the search ends, and finds nothing.</param>
    /// <param name="from">Where the search begins.</param>
    public TextMatch? Find(ReadOnlySpan<char> text, bool onlyWhether, WorkBudget? work = null, int from = 0)
    {
        if (work is null)
            return Search(text, onlyWhether, from, long.MaxValue, out _);
        if (work.IsOver)
            return null;
        var found = Search(text, onlyWhether, from, work.Left, out var steps);
        return work.Take(steps) ? found : null;
    }

    private TextMatch? Search(ReadOnlySpan<char> text, bool onlyWhether, int from, long maxSteps, out long steps)
    {
        var current = _current ??= new RegexThreads();
        var following = _following ??= new RegexThreads();
        current.Clear(_instructions.Length);
        TextMatch? found = null;
        steps = 1;
        for (var at = from; at <= text.Length && steps <= maxSteps; at++)
        {
            if (current.Count == 0)
            {
                if (found is not null)
                    break;
                if (_notFirst is not null && (at = FindStart(text, at, ref steps)) < 0)
                    break;
                if (_notFirst is not null && _isBeginning)
                    return new TextMatch(at, _beginning);

                // What was reached where the last way ended says nothing about this place.
                current.Clear(_instructions.Length);
            }

            if (found is null)
                steps += Follow(current, _start, at, at, text);
            following.Clear(_instructions.Length);
            for (var thread = 0; thread < current.Count; thread++)
            {
                var (instruction, start) = current[thread];
                if (_instructions[instruction].Kind == RegexInstructionKind.Match)
                {
                    found = new TextMatch(start, at - start);
                    if (onlyWhether)
                        return found;
                    break;
                }

                steps += Follow(following, _instructions[instruction].Next, start, at + 1, text);
            }

            (current, following) = (following, current);
        }

        return found;
    }

    private int FindStart(ReadOnlySpan<char> text, int at, ref long steps)
    {
        var begin = at;
        for (; at < text.Length; at++)
        {
            steps++;
            var skipped = _letters is null ? text[at..].IndexOfAnyExcept(_notFirst!) : _letters.Find(text, at) - at;
            if (skipped < 0)
            {
                at = text.Length;
                break;
            }

            at += skipped;
            if (MayBegin(text, at, ref steps))
            {
                steps += (at - begin) / WorkBudget.UnitsPerStep;
                return at;
            }
        }

        steps += (at - begin) / WorkBudget.UnitsPerStep;
        return -1;
    }

    private bool MayBegin(ReadOnlySpan<char> text, int at, ref long steps)
    {
        ref readonly var step = ref _instructions[_start];
        for (; step.Kind is RegexInstructionKind.Take or RegexInstructionKind.Assert; step = ref _instructions[step.Next])
        {
            steps++;
            if (step.Set is null ? !step.Assertion.Holds(text, at, _words) : at == text.Length || !step.Set.Contains(text[at++]))
                return false;
        }

        return _notBehind is null || (at < text.Length && !_notBehind.Contains(text[at]));
    }

    private List<CharacterSet> Beginning(out int behind)
    {
        List<CharacterSet> takes = [];
        for (
            behind = _start;
            _instructions[behind].Kind is RegexInstructionKind.Take or RegexInstructionKind.Assert;
            behind = _instructions[behind].Next
        )
        {
            if (_instructions[behind].Set is { } set)
                takes.Add(set);
        }

        return takes;
    }

    // Not far apart: so that they are found in a short text too.
    private static LetterPair? PairOf(List<CharacterSet> takes)
    {
        const int Farthest = 3;
        var distance = Math.Min(Farthest, takes.Count - 1);
        return distance > 0 && LetterOf(takes[0]) is { } first && LetterOf(takes[distance]) is { } second
            ? new LetterPair(first, second, distance)
            : null;
    }

    private static byte? LetterOf(CharacterSet set)
    {
        var letters = Enumerable
            .Range(0, 128)
            .Where(character => (set.Ascii >> character & 1) != 0)
            .Select(character => (byte)(character | 0x20))
            .Distinct()
            .ToList();
        return letters is [var letter] ? letter : null;
    }

    // Adds what can be reached without taking a character, the preferred first. Returns how many instructions were looked at.
    private int Follow(RegexThreads threads, int instruction, int start, int at, ReadOnlySpan<char> text)
    {
        var steps = 0;
        var open = 0;
        while (true)
        {
            while (threads.Visit(instruction))
            {
                steps++;
                ref readonly var step = ref _instructions[instruction];
                if (step.Kind is RegexInstructionKind.Take or RegexInstructionKind.Match)
                {
                    // What does not take the next character ends here.
                    if (step.Set is null || (at < text.Length && step.Set.Contains(text[at])))
                        threads.Add(instruction, start);
                    break;
                }

                if (step.Kind == RegexInstructionKind.Fork)
                    threads.Open[open++] = step.Other;
                else if (!step.Assertion.Holds(text, at, _words))
                    break;
                instruction = step.Next;
            }

            if (open == 0)
                return steps;
            instruction = threads.Open[--open];
        }
    }

    private SearchValues<char>? NotFirst(int instruction, CharacterSets sets)
    {
        UInt128 first = 0;
        return MayBeEmpty(instruction, ref first) ? null : sets.Ascii(~first);
    }

    private bool MayBeEmpty(int instruction, ref UInt128 first)
    {
        var visited = new HashSet<int>();
        var stack = new Stack<int>([instruction]);
        while (stack.TryPop(out instruction))
        {
            if (!visited.Add(instruction))
                continue;
            ref readonly var step = ref _instructions[instruction];
            if (step.Kind == RegexInstructionKind.Match)
                return true;
            if (step.Kind == RegexInstructionKind.Take)
            {
                first |= step.Set!.Ascii;
                continue;
            }

            stack.Push(step.Next);
            if (step.Kind == RegexInstructionKind.Fork)
                stack.Push(step.Other);
        }

        return false;
    }
}
