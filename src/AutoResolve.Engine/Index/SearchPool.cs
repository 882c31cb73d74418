namespace AutoResolve.Index;

/// <summary>Searches that nobody uses at the moment: as many are kept as can run at once, and some more.</summary>
internal sealed class SearchPool(RuleIndex index)
{
    private readonly IndexSearch?[] _spare = new IndexSearch?[2 * Environment.ProcessorCount];

    public IndexSearch Get()
    {
        for (var place = 0; place < _spare.Length; place++)
        {
            if (_spare[place] is not null && Interlocked.Exchange(ref _spare[place], null) is { } search)
                return search;
        }

        return new IndexSearch(index);
    }

    public void Return(IndexSearch search)
    {
        for (var place = 0; place < _spare.Length; place++)
        {
            if (_spare[place] is null && Interlocked.CompareExchange(ref _spare[place], search, null) is null)
                return;
        }
    }
}
