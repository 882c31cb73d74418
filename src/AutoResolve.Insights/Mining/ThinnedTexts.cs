namespace AutoResolve.Insights.Mining;

/// <summary>Some of many texts, spread evenly over all of them, in bounded memory.</summary>
internal sealed class ThinnedTexts
{
    private const int Max = 5_000;

    private readonly List<string> _texts = [];
    private long _count;
    private int _step = 1;

    public IReadOnlyList<string> Texts => _texts;

    public void Add(string text)
    {
        if (_count++ % _step != 0)
            return;
        _texts.Add(text);
        if (_texts.Count < Max)
            return;

        // Every other one goes, and from now on every other one comes.
        var kept = _texts.Where((_, place) => place % 2 == 0).ToList();
        _texts.Clear();
        _texts.AddRange(kept);
        _step *= 2;
    }
}
