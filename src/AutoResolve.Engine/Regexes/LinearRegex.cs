using System.Buffers;
using AutoResolve.Budgets;

namespace AutoResolve.Regexes;

/// <summary>
/// A regular expression of which every search takes time in proportion to the text, and which takes little memory and no time to build.
/// </summary>
/// <remarks>
/// In a short text the preferred way is followed to its end, then the next, and none twice through the same place. In a long one, where to
/// remember these would take much memory, all ways are followed at once, the preferred first (Pike's machine: Cox, "Regular Expression
/// Matching: the Virtual Machine Approach", 2009). Both find what a backtracking search finds. The library's own linear engine,
/// NonBacktracking, needs up to megabytes and milliseconds for a pattern, which thousands of rules cannot afford. Immutable, safe for any
/// number of threads.
/// </remarks>
internal sealed class LinearRegex
{
    // Of the pattern times those of the text: above that all ways are followed at once.
    private const int MaxPlaces = 1 << 17;

    // Characters are looked at one by one there.
    private const int UnitsPerStepAtBoundary = 4;

    [ThreadStatic]
    private static RegexWays? _ways;

    [ThreadStatic]
    private static RegexThreads? _current;

    [ThreadStatic]
    private static RegexThreads? _following;

    private readonly RegexInstruction[] _instructions;
    private readonly int _start;
    private readonly CharacterSet _words;

    // Of instructions to which several ways lead, a number; of others -1.
    private readonly int[] _joins;
    private readonly int _joinCount;

    // Two letters of what a match begins with, for each way in which it may begin; null where these are not known, or too many.
    private readonly LetterPair[]? _letters;

    // What every match begins with: its first instructions, as long as they go one way. These are its length in characters, and the ASCII
    // characters that cannot come behind it; null where nothing need come there.
    private readonly int _beginning;
    private readonly SearchValues<char>? _notBehind;

    // Whether there is no more to a match than that.
    private readonly bool _isBeginning;

    // The ASCII characters that cannot begin a match; null where a match may be empty.
    private readonly SearchValues<char>? _notFirst;

    // By instruction, with what the rest of a match may begin.
    private readonly FirstCharacters[] _firsts;

    // Whether a match begins at the edge of a word, and with one of many characters.
    private readonly bool _isManyAtBoundary;

    private LinearRegex(RegexInstruction[] instructions, int start, CharacterSets sets)
    {
        (_instructions, _start, _words) = (instructions, start, sets.WordCharacters);
        _firsts = FirstCharacters.Of(instructions);
        _notFirst = NotFirst(start, sets);
        _isManyAtBoundary =
            instructions[start] is { Kind: RegexInstructionKind.Assert, Assertion: Assertion.Boundary } && _firsts[start].AreMany;
        (_joins, _joinCount) = RegexWays.JoinsOf(instructions, start);
        _letters = RegexBeginnings.PairsOf(instructions, start);
        _beginning = Beginning(out var behind);
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

    private TextMatch? Search(ReadOnlySpan<char> text, bool onlyWhether, int from, long maxSteps, out long steps) =>
        (text.Length - from + 1L) * _instructions.Length <= MaxPlaces
            ? SearchByWays(text, from, maxSteps, out steps)
            : SearchAtOnce(text, onlyWhether, from, maxSteps, out steps);

    private TextMatch? SearchByWays(ReadOnlySpan<char> text, int from, long maxSteps, out long steps)
    {
        var ways = _ways ??= new RegexWays();
        ways.Clear();
        Span<int> next = stackalloc int[RegexBeginnings.MaxPairs];
        next.Clear();
        steps = 1;
        for (var at = from; at <= text.Length && steps <= maxSteps; at++)
        {
            if (_notFirst is not null && (at = FindFirst(text, at, next, ref steps)) < 0)
                return null;
            if (ways.IsClear)
                ways.Begin(_joinCount, text.Length - from + 1);
            var end = FollowWay(ways, text, at, from, maxSteps, ref steps);
            if (end >= 0)
                return new TextMatch(at, end - at);
        }

        return null;
    }

    // Where the preferred way ends that leads to the end of the pattern; negative where none does.
    private int FollowWay(RegexWays ways, ReadOnlySpan<char> text, int at, int from, long maxSteps, ref long steps)
    {
        var instruction = _start;
        while (steps <= maxSteps)
        {
            if (_joins[instruction] < 0 || ways.Visit(_joins[instruction], at - from))
            {
                steps++;
                ref readonly var step = ref _instructions[instruction];
                switch (step.Kind)
                {
                    case RegexInstructionKind.Match:
                        return at;
                    case RegexInstructionKind.Fork when at == text.Length:
                        ways.Push(step.Other, at);
                        instruction = step.Next;
                        continue;

                    // A way that cannot take the next character is not begun.
                    case RegexInstructionKind.Fork when _firsts[step.Next].MayBe(text[at]):
                        if (_firsts[step.Other].MayBe(text[at]))
                            ways.Push(step.Other, at);
                        instruction = step.Next;
                        continue;
                    case RegexInstructionKind.Fork when _firsts[step.Other].MayBe(text[at]):
                        instruction = step.Other;
                        continue;
                    case RegexInstructionKind.Take when at < text.Length && step.Set!.Contains(text[at]):
                        at++;
                        instruction = step.Next;
                        continue;
                    case RegexInstructionKind.Assert when step.Assertion.Holds(text, at, _words):
                        instruction = step.Next;
                        continue;
                    default:
                        break;
                }
            }

            if (!ways.TryPop(out instruction, out at))
                return -1;
        }

        return -1;
    }

    private TextMatch? SearchAtOnce(ReadOnlySpan<char> text, bool onlyWhether, int from, long maxSteps, out long steps)
    {
        Span<int> next = stackalloc int[RegexBeginnings.MaxPairs];
        next.Clear();
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
                var ended = at;
                if (_notFirst is not null && (at = FindStart(text, at, next, ref steps)) < 0)
                    break;
                if (_notFirst is not null && _isBeginning)
                    return new TextMatch(at, _beginning);

                // What was reached where the last way ended says nothing about another place; here it leads nowhere.
                if (at != ended)
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

    // Where a match may begin by its first letters.
    private int FindFirst(ReadOnlySpan<char> text, int at, Span<int> next, ref long steps)
    {
        var (found, unitsPerStep) = (-1, WorkBudget.UnitsPerStep);
        if (_letters is not null)
            found = FindLetters(text, at, next);
        else if (_isManyAtBoundary)
            (found, unitsPerStep) = (FindBoundary(text, at), UnitsPerStepAtBoundary);
        else if (text[at..].IndexOfAnyExcept(_notFirst!) is >= 0 and var skipped)
            found = at + skipped;
        steps += 1 + (((found < 0 ? text.Length : found) - at) / unitsPerStep);
        return found;
    }

    // With so many characters to begin with, one in two or three might; but of a word only the first.
    private int FindBoundary(ReadOnlySpan<char> text, int at)
    {
        var first = _firsts[_start];
        for (; at < text.Length; at++)
        {
            if (first.MayBe(text[at]) && Assertion.Boundary.Holds(text, at, _words))
                return at;
        }

        return -1;
    }

    // "next" has where each pair of letters is next, as far as that was looked for.
    private int FindStart(ReadOnlySpan<char> text, int at, Span<int> next, ref long steps)
    {
        var begin = at;
        for (; at < text.Length; at++)
        {
            steps++;
            var skipped = _letters is null ? text[at..].IndexOfAnyExcept(_notFirst!) : FindLetters(text, at, next) - at;
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

    private int FindLetters(ReadOnlySpan<char> text, int at, Span<int> next)
    {
        var first = int.MaxValue;
        for (var pair = 0; pair < _letters!.Length; pair++)
        {
            // One is added, so that 0 is unknown; and nowhere is behind every place.
            if (next[pair] <= at)
                next[pair] = _letters[pair].Find(text, at) is >= 0 and var found ? found + 1 : int.MaxValue;
            first = Math.Min(first, next[pair]);
        }

        return first == int.MaxValue ? -1 : first - 1;
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

    private int Beginning(out int behind)
    {
        var takes = 0;
        for (
            behind = _start;
            _instructions[behind].Kind is RegexInstructionKind.Take or RegexInstructionKind.Assert;
            behind = _instructions[behind].Next
        )
        {
            takes += _instructions[behind].Set is null ? 0 : 1;
        }

        return takes;
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

    private SearchValues<char>? NotFirst(int instruction, CharacterSets sets) =>
        _firsts[instruction].MayBeEmpty ? null : sets.Ascii(_firsts[instruction].Others);
}
