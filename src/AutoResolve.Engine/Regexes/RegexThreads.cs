namespace AutoResolve.Regexes;

/// <summary>
/// The ways through a pattern that are open at one place of a text, the preferred first. Used again for place after place.
/// </summary>
internal sealed class RegexThreads
{
    private (int Instruction, int Start)[] _threads = [];
    private int[] _visited = [];
    private int _visit;

    public int Count { get; private set; }

    /// <summary>Room for instructions still to be looked at: each of those that were visited has at most one more.</summary>
    public int[] Open { get; private set; } = [];

    public (int Instruction, int Start) this[int thread] => _threads[thread];

    public void Clear(int instructions)
    {
        if (_threads.Length < instructions)
            (_threads, _visited, _visit, Open) = (new (int, int)[instructions], new int[instructions], 0, new int[instructions]);
        if (++_visit == int.MaxValue)
        {
            Array.Clear(_visited);
            _visit = 1;
        }

        Count = 0;
    }

    /// <returns>False where the instruction was reached before, by a way that is preferred.</returns>
    public bool Visit(int instruction)
    {
        if (_visited[instruction] == _visit)
            return false;
        _visited[instruction] = _visit;
        return true;
    }

    public void Add(int instruction, int start) => _threads[Count++] = (instruction, start);
}
