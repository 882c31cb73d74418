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
        return Math.Max(cost.OfBeginning(program.Start), cost.Characters().Max(character => cost.Behind(character, program.Start)));
    }

    // One for all that the sets of the pattern do not tell apart.
    private IEnumerable<char> Characters()
    {
        List<UInt128> alike = [UInt128.MaxValue];
        foreach (var set in _instructions.Select(step => step.Set?.Ascii).OfType<UInt128>().Distinct())
            alike = [.. alike.SelectMany(one => new[] { one & set, one & ~set }).Where(one => one != 0)];
        return alike.Select(one => (char)UInt128.TrailingZeroCount(one)).Concat(Samples);
    }

    // What every match begins with is looked at without more ado.
    private int OfBeginning(int start)
    {
        var steps = 3 + Open([start]);
        for (; _instructions[start].Kind is RegexInstructionKind.Take or RegexInstructionKind.Assert; start = _instructions[start].Next)
            steps++;
        return steps;
    }

    private int Behind(char character, int start)
    {
        var taking = _instructions
            .Where(step => step.Kind == RegexInstructionKind.Take && step.Set!.Contains(character))
            .Select(step => step.Next)
            .ToList();
        return 2 + Open([.. taking, start]);
    }

    // How many instructions are looked at.
    private int Open(IReadOnlyList<int> from)
    {
        Array.Clear(_isOpen);
        var steps = 0;
        foreach (var instruction in from)
            _stack.Push(instruction);
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
