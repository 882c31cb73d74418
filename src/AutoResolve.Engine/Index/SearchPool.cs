namespace AutoResolve.Index;

/// <summary>Searches that nobody uses at the moment: as many are kept as can run at once, and some more.</summary>
internal sealed class SearchPool(RuleIndex index)
{
    // So many references are a line of the cache, or two: no two processors write to the same.
    private const int Apart = 16;

    private readonly int _places = 2 * Environment.ProcessorCount;
    private readonly IndexSearch?[] _spare = new IndexSearch?[((2 * Environment.ProcessorCount) + 1) * Apart];

    public IndexSearch Get()
    {
        var own = Thread.GetCurrentProcessorId();
        for (var at = 0; at < _places; at++)
        {
            ref var spare = ref Place(own + at);
            if (spare is not null && Interlocked.Exchange(ref spare, null) is { } search)
                return search;
        }

        return new IndexSearch(index);
    }

    public void Return(IndexSearch search)
    {
        var own = Thread.GetCurrentProcessorId();
        for (var at = 0; at < _places; at++)
        {
            ref var spare = ref Place(own + at);
            if (spare is null && Interlocked.CompareExchange(ref spare, search, null) is null)
                return;
        }
    }

    // That of the processor first, which most often it alone writes to.
    private ref IndexSearch? Place(int number) => ref _spare[((number % _places) + 1) * Apart];
}
