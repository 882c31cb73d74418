using System.Runtime.InteropServices;

namespace AutoResolve.Index;

/// <summary>The rules that match or may match an issue. Used again for issue after issue.</summary>
internal sealed class RuleHits
{
    private readonly List<RuleHit> _hits = [];

    public ReadOnlySpan<RuleHit> All => CollectionsMarshal.AsSpan(_hits);

    public void Clear() => _hits.Clear();

    public void Add(RuleHit hit) => _hits.Add(hit);

    /// <summary>Keeps only those of which it is so.</summary>
    public void Keep(Predicate<RuleHit> isSo) => _hits.RemoveAll(hit => !isSo(hit));

    /// <summary>The places of those that match for certain.</summary>
    public int[] Certain() => [.. _hits.Where(hit => hit.Truth == Truth.True).Select(hit => hit.Rule)];

    /// <summary>Puts them in the order of their places. A rule is as sure as the surest of its alternatives.</summary>
    public void Sort()
    {
        _hits.Sort();
        var kept = 0;
        for (var at = 0; at < _hits.Count; at++)
        {
            if (at == 0 || _hits[at].Rule != _hits[at - 1].Rule)
                _hits[kept++] = _hits[at];
        }

        CollectionsMarshal.SetCount(_hits, kept);
    }

    /// <summary>Adds others, which are in order as these are. A rule that both have is as sure as the surer one.</summary>
    public void AddSurer(RuleHits others)
    {
        var (known, count) = (0, _hits.Count);
        foreach (var other in others._hits)
        {
            while (known < count && _hits[known].Rule < other.Rule)
                known++;
            if (known == count || _hits[known].Rule != other.Rule)
                _hits.Add(other);
            else if (other.Truth > _hits[known].Truth)
                _hits[known] = other;
        }

        if (_hits.Count > count)
            _hits.Sort();
    }
}

/// <summary>A rule that matches: its place in the index, and whether for certain.</summary>
internal readonly record struct RuleHit(int Rule, Truth Truth) : IComparable<RuleHit>
{
    /// <summary>By rule, the surest first.</summary>
    public int CompareTo(RuleHit other) => Rule != other.Rule ? Rule.CompareTo(other.Rule) : other.Truth.CompareTo(Truth);
}
