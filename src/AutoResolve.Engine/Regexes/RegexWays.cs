namespace AutoResolve.Regexes;

/// <summary>
/// The ways through a pattern that are still to be tried, the preferred last, and where several ways lead that was tried. Used again for
/// search after search.
/// </summary>
internal sealed class RegexWays
{
    private const int WordSize = 64;

    private (int Instruction, int At)[] _open = new (int, int)[32];
    private ulong[] _visited = [];
    private int _joins;
    private int _count;

    /// <summary>Whether <see cref="Begin"/> is still to be called.</summary>
    public bool IsClear { get; private set; }

    /// <summary>Numbers the instructions to which several ways lead: these alone can be come to twice at one place.</summary>
    /// <returns>By instruction, its number or -1; and how many there are.</returns>
    public static (int[] Numbers, int Count) JoinsOf(RegexInstruction[] instructions, int start)
    {
        var ways = new int[instructions.Length];
        ways[start]++;
        foreach (ref readonly var step in instructions.AsSpan())
        {
            if (step.Kind != RegexInstructionKind.Match)
                ways[step.Next]++;
            if (step.Kind == RegexInstructionKind.Fork)
                ways[step.Other]++;
        }

        var count = 0;
        return (Array.ConvertAll(ways, way => way > 1 ? count++ : -1), count);
    }

    /// <summary>Forgets the search before.</summary>
    public void Clear() => (IsClear, _count) = (true, 0);

    /// <summary>Begins with a search.</summary>
    /// <param name="joins">How many instructions there are to which several ways lead.</param>
    /// <param name="places">How many places the text has.</param>
    public void Begin(int joins, int places)
    {
        (IsClear, _joins) = (false, joins);
        var words = ((joins * places) + WordSize - 1) / WordSize;
        if (_visited.Length < words)
            _visited = new ulong[words];
        else
            Array.Clear(_visited, 0, words);
    }

    /// <returns>False where it was tried before.</returns>
    public bool Visit(int join, int place)
    {
        var bit = (place * _joins) + join;
        ref var word = ref _visited[bit / WordSize];
        var isNew = (word >> (bit % WordSize) & 1) == 0;
        word |= 1UL << (bit % WordSize);
        return isNew;
    }

    public void Push(int instruction, int at)
    {
        if (_count == _open.Length)
            Array.Resize(ref _open, _count * 2);
        _open[_count++] = (instruction, at);
    }

    public bool TryPop(out int instruction, out int at)
    {
        var isOpen = _count > 0;
        (instruction, at) = isOpen ? _open[--_count] : default;
        return isOpen;
    }
}
