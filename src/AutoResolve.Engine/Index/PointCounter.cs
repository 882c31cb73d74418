using AutoResolve.Budgets;

namespace AutoResolve.Index;

/// <summary>Counts the points of phrases in the text of an issue, each table once for all conditions on it. Used again for issue after
/// issue.</summary>
/// <param name="code">The phrases.</param>
/// <param name="phrases">Finds them.</param>
internal sealed class PointCounter(RuleCode code, PhraseFinder phrases)
{
    // By table and place of a phrase, the count in which it was last looked for: a phrase may be found by several of its wordings.
    private readonly int[]?[] _looked = new int[]?[code.PointTables.Length];
    private readonly List<KnownSum> _sums = [];
    private int _count;
    private WorkBudget _work = new();

    /// <summary>Begins with another issue.</summary>
    /// <param name="work">Takes the steps.</param>
    public void Begin(WorkBudget work)
    {
        _work = work;
        _sums.Clear();
    }

    /// <summary>Whether the phrases of a table come to so many points in texts that stand together.</summary>
    public bool Reach(int number, int needed, Range first, Range second)
    {
        var table = code.PointTables[number];
        if (phrases.PointsOf(table.List) < needed)
            return false;
        foreach (var known in _sums)
        {
            if (known.Table == number && known.First.Equals(first) && known.Second.Equals(second) && (known.IsSum || known.Most < needed))
                return known.Most >= needed;
        }

        var most = Count(number, needed, first, second, out var isSum);

        // Who may still look for more does not take it for all.
        if (!_work.IsOver)
            _sums.Add(new KnownSum(number, first, second, most, isSum));
        return most >= needed;
    }

    /// <summary>Adds the places in a table of all phrases that may stand in the text, ascending.</summary>
    public void FindPlaces(int number, List<int> places)
    {
        var first = places.Count;
        var table = code.PointTables[number];
        var looked = Begin(number, table);
        for (var candidate = phrases.FirstOf(table.List); candidate >= 0; )
        {
            foreach (var place in table.ByWording[phrases.NextOf(ref candidate)])
            {
                if (looked[place] != _count)
                    places.Add(place);
                looked[place] = _count;
            }
        }

        places.Sort(first, places.Count - first, null);
    }

    // What they come to, or at most may where that is less than is needed: then not all need be looked for.
    private int Count(int number, int needed, Range first, Range second, out bool isSum)
    {
        var table = code.PointTables[number];
        var looked = Begin(number, table);
        var most = phrases.PointsOf(table.List);
        var (sum, counted) = (0, 0);
        for (var candidate = phrases.FirstOf(table.List); candidate >= 0; )
        {
            var wording = phrases.NextOf(ref candidate);
            foreach (var place in table.ByWording[wording])
            {
                // The most counts a phrase with each of its wordings.
                counted += Math.Max(0, table.Points[place]);
                if (looked[place] == _count)
                    continue;
                looked[place] = _count;
                if (Stands(table.Phrases[place], first, second))
                    sum += table.Points[place];
            }

            if (sum + most - counted < needed)
            {
                isSum = candidate < 0;
                return sum + most - counted;
            }
        }

        isSum = true;
        return sum;
    }

    private int[] Begin(int number, PointTable table)
    {
        if (++_count == int.MaxValue)
        {
            Array.ForEach(_looked, counts => Array.Clear(counts ?? []));
            _count = 1;
        }

        return _looked[number] ??= new int[table.Phrases.Length];
    }

    private bool Stands(int phrase, Range first, Range second) =>
        phrases.Exists(phrase, first) || (!second.Equals(default) && phrases.Exists(phrase, second));

    private readonly record struct KnownSum(int Table, Range First, Range Second, int Most, bool IsSum);
}
