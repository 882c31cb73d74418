namespace AutoResolve.Regexes;

/// <summary>Bounds what a search costs, whatever the text: the steps that <see cref="LinearRegex"/> takes at a character.</summary>
/// <remarks>Of a pattern those parts are open behind a character that take it or may begin. How many are, at most, is found for every
/// character of ASCII, and for some of others: of the kinds that classes tell apart.</remarks>
internal sealed class RegexCost
{
    // Letters with and without case, of one script and of several; a mark, a digit, a blank, a sign, half a pair.
    private const string Samples = "éßñя漢ا\u0301\u0660\u00A0\u2019\uD83D\uDE00\u212A\u017F\u0130\u0131";

    private readonly RegexInstruction[] _instructions;
    private readonly bool[] _isOpen;
    private readonly Stack<int> _stack = [];

    private RegexCost(RegexInstruction[] instructions) => (_instructions, _isOpen) = (instructions, new bool[instructions.Length]);

    /// <param name="program">The instructions of the pattern, and the first of them.</param>
    public static int PerCharacter((RegexInstruction[] Instructions, int Start) program)
    {
        var cost = new RegexCost(program.Instructions);
        var most = cost.OfBeginning(program.Start);
        foreach (var character in cost.Characters())
            most = Math.Max(most, cost.Behind(character, program.Start));
        return most;
    }

    // One for all that the sets of the pattern do not tell apart.
    private List<char> Characters()
    {
        List<UInt128> alike = [UInt128.MaxValue];
        foreach (var step in _instructions)
        {
            if (step.Set?.Ascii is { } set)
                Part(alike, set);
        }

        List<char> characters = [.. Samples];
        foreach (var one in alike)
            characters.Add((char)UInt128.TrailingZeroCount(one));
        return characters;
    }

    private static void Part(List<UInt128> alike, UInt128 set)
    {
        for (var at = alike.Count - 1; at >= 0; at--)
        {
            var (inside, outside) = (alike[at] & set, alike[at] & ~set);
            if (inside == 0 || outside == 0)
                continue;
            alike[at] = inside;
            alike.Add(outside);
        }
    }

    // What every match begins with is looked at without more ado.
    private int OfBeginning(int start)
    {
        var steps = 3 + Open(start);
        for (; _instructions[start].Kind is RegexInstructionKind.Take or RegexInstructionKind.Assert; start = _instructions[start].Next)
            steps++;
        return steps;
    }

    private int Behind(char character, int start)
    {
        foreach (ref readonly var step in _instructions.AsSpan())
        {
            if (step.Kind == RegexInstructionKind.Take && step.Set!.Contains(character))
                _stack.Push(step.Next);
        }

        return 2 + Open(start);
    }

    // How many instructions are looked at, from one and those that wait.
    private int Open(int start)
    {
        Array.Clear(_isOpen);
        var steps = 0;
        _stack.Push(start);
        while (_stack.TryPop(out var instruction))
        {
            if (_isOpen[instruction])
                continue;
            steps++;
            _isOpen[instruction] = true;
            ref readonly var step = ref _instructions[instruction];
            if (step.Kind is RegexInstructionKind.Take or RegexInstructionKind.Match)
                continue;

            _stack.Push(step.Next);
            if (step.Kind == RegexInstructionKind.Fork)
                _stack.Push(step.Other);
        }

        return steps;
    }
}
