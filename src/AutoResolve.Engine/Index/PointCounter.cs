namespace AutoResolve.Index;

/// <summary>Counts the points of phrases in the text of an issue. Used again for issue after issue.</summary>
/// <param name="code">The phrases.</param>
/// <param name="phrases">Finds them.</param>
internal sealed class PointCounter(RuleCode code, PhraseFinder phrases)
{
    // By table and place of a phrase, the count in which it was last looked for: a phrase may be found by several of its wordings.
    private readonly int[]?[] _looked = new int[]?[code.PointTables.Length];
    private int _count;

    /// <summary>What the phrases of a table come to in texts that stand together.</summary>
    public int SumOf(int number, Range first, Range second)
    {
        var table = code.PointTables[number];
        var looked = _looked[number] ??= new int[table.Phrases.Length];
        if (++_count == int.MaxValue)
        {
            Array.ForEach(_looked, counts => Array.Clear(counts ?? []));
            _count = 1;
        }

        var sum = 0;
        for (var candidate = phrases.FirstOf(table.List); candidate >= 0; )
        {
            foreach (var place in table.ByWording[phrases.NextOf(ref candidate)])
            {
                if (looked[place] == _count)
                    continue;
                looked[place] = _count;
                if (Stands(table.Phrases[place], first, second))
                    sum += table.Points[place];
            }
        }

        return sum;
    }

    private bool Stands(int phrase, Range first, Range second) =>
        phrases.Exists(phrase, first) || (!second.Equals(default) && phrases.Exists(phrase, second));
}
