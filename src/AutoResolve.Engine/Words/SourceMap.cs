using System.Runtime.InteropServices;

namespace AutoResolve.Words;

/// <summary>Where each character of a text that was made of another one stands in that one. Used again for text after text.</summary>
internal sealed class SourceMap
{
    private readonly List<Run> _runs = [];

    /// <summary>Begins with another text.</summary>
    public void Clear() => _runs.Clear();

    /// <summary>From this place on, characters stand one for one in the source.</summary>
    public void AddCopy(int place, int source)
    {
        if (_runs is [.., { IsCopy: true } last] && source - last.Source == place - last.Place)
            return;
        _runs.Add(new Run(place, source, Run.Copy));
    }

    /// <summary>From this place on, all characters together stand for a piece of the source.</summary>
    public void AddReplaced(int place, int source, int length) => _runs.Add(new Run(place, source, length));

    /// <summary>The piece of the source that a piece of the text is made of: of what was replaced as a whole, all of it.</summary>
    public TextRange ToSource(TextRange range)
    {
        if (_runs.Count == 0)
            return range;
        var first = RunAt(range.Start);
        var start = first.IsCopy ? first.Source + (range.Start - first.Place) : first.Source;
        if (range.Length == 0)
            return new TextRange(start, 0);
        var last = RunAt(range.End - 1);
        var end = last.IsCopy ? last.Source + (range.End - last.Place) : last.Source + last.Length;
        return new TextRange(start, Math.Max(0, end - start));
    }

    /// <summary>
    /// The place of the text where a place of the source is seen, or else what follows it. May be behind the end of the text.
    /// </summary>
    public int FromSource(int source)
    {
        var place = _runs.Count == 0 ? source : 0;
        foreach (ref readonly var run in CollectionsMarshal.AsSpan(_runs))
        {
            place = Math.Min(place, run.Place);
            if (run.Source > source)
                break;
            place = run.IsCopy ? run.Place + (source - run.Source) : run.Place;
        }

        return place;
    }

    private Run RunAt(int place)
    {
        var (low, high) = (0, _runs.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_runs[middle].Place <= place)
                low = middle;
            else
                high = middle - 1;
        }

        return _runs[low];
    }

    private readonly record struct Run(int Place, int Source, int Length)
    {
        public const int Copy = -1;

        public bool IsCopy => Length == Copy;
    }
}
