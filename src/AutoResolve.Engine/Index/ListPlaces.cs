using System.Runtime.InteropServices;

namespace AutoResolve.Index;

/// <summary>Where the phrases of a list stand in the text of one issue. Used again for issue after issue.</summary>
internal sealed class ListPlaces
{
    /// <summary>The most words that a phrase of a list can have: a bit of 64 for each length.</summary>
    public const int MaxLength = 62;

    private readonly List<int> _starts = [];
    private readonly List<ulong> _lengths = [];

    /// <summary>The issue that it is about.</summary>
    public int Epoch { get; private set; }

    public void Begin(int epoch)
    {
        Epoch = epoch;
        _starts.Clear();
        _lengths.Clear();
    }

    /// <summary>Says that it is about no issue, since not all was found.</summary>
    public void Forget() => Epoch = -1;

    /// <param name="start">The first word.</param>
    /// <param name="lengths">A bit for each length in words.</param>
    public void Add(int start, ulong lengths)
    {
        if (lengths == 0)
            return;
        _starts.Add(start);
        _lengths.Add(lengths);
    }

    /// <summary>Puts what was added in order.</summary>
    public void End()
    {
        var starts = CollectionsMarshal.AsSpan(_starts);
        var lengths = CollectionsMarshal.AsSpan(_lengths);
        starts.Sort(lengths);
        var kept = 0;
        for (var at = 1; at < starts.Length; at++)
        {
            if (starts[at] == starts[kept])
                lengths[kept] |= lengths[at];
            else
                (starts[++kept], lengths[kept]) = (starts[at], lengths[at]);
        }

        if (starts.Length == 0)
            return;
        CollectionsMarshal.SetCount(_starts, kept + 1);
        CollectionsMarshal.SetCount(_lengths, kept + 1);
    }

    /// <summary>The first words in a part of the text, ascending.</summary>
    public ReadOnlySpan<int> StartsIn(Range part)
    {
        var first = _starts.BinarySearch(part.Start.Value);
        var last = _starts.BinarySearch(part.End.Value);
        return CollectionsMarshal.AsSpan(_starts)[(first < 0 ? ~first : first)..(last < 0 ? ~last : last)];
    }

    /// <summary>A bit for each length in words from there; none where no phrase starts there.</summary>
    public ulong LengthsAt(int place)
    {
        var at = _starts.BinarySearch(place);
        return at < 0 ? 0 : _lengths[at];
    }
}
