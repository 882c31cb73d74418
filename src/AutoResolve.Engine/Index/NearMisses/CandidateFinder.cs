using AutoResolve.Matching;

namespace AutoResolve.Index.NearMisses;

/// <summary>
/// Chooses the rules that are looked at for near misses: those that the rarest anchors of the issue lead to, where the rarest is the one
/// that leads to fewest rules. However many rules a word leads to, only so many are chosen and passed over.
/// </summary>
/// <param name="near">The index.</param>
/// <param name="partitions">The partitions in which rules for the issue may stand.</param>
/// <param name="takes">Whether a scope takes the issue.</param>
internal sealed class CandidateFinder(NearMissIndex near, IReadOnlyList<int> partitions, Predicate<int> takes)
{
    // What matches, is chosen already, or is not in scope is passed over.
    private const int MaxPassedOver = 2_000;

    private readonly int[] _seen = new int[near.Scopes.Length];
    private readonly List<Anchor> _anchors = [];
    private readonly HashSet<int> _groups = [];
    private readonly List<(int Length, int List)> _lists = [];
    private readonly List<int> _chosen = [];
    private int _max;
    private int _epoch;

    /// <summary>Begins with another issue.</summary>
    /// <param name="max">The most rules that are chosen.</param>
    /// <param name="issue">The issue.</param>
    /// <param name="text">Its terms.</param>
    /// <param name="terms">How many of them are in title and text.</param>
    /// <param name="fields">Its fields, as far as rules compare them.</param>
    public void Begin(int max, MatchInput issue, TokenizedIssue text, int terms, IReadOnlyList<IndexedField> fields)
    {
        _max = max;
        _anchors.Clear();
        _groups.Clear();
        _anchors.Add(NearMissIndex.Nothing);
        foreach (var term in text.Present[..terms])
            _anchors.Add(new Anchor(AnchorKind.Term, 0, term));
        foreach (var field in fields)
            AddField(field, issue, text);
        for (var at = 0; at < _anchors.Count; at++)
            AddGroups(_anchors[at]);
    }

    /// <summary>Active rules that do not match, rarest first. Valid until the next search.</summary>
    public IReadOnlyList<int> FindActive(IReadOnlyList<RuleMatch> matches)
    {
        BeginSearch();
        foreach (var match in matches)
        {
            if (match.Place >= 0)
                _seen[match.Place] = _epoch;
        }

        foreach (var anchor in _anchors)
        {
            for (var at = 0; at < partitions.Count; at++)
                AddList(near.Active, anchor, partitions[at]);
        }

        Choose(near.Active, inScope: true);
        return _chosen;
    }

    /// <summary>Drafts, and rules out of their scope, rarest first. Valid until the next search.</summary>
    public IReadOnlyList<int> FindLimited()
    {
        BeginSearch();
        foreach (var anchor in _anchors)
            AddList(near.Limited, anchor, 0);
        Choose(near.Limited, inScope: false);
        return _chosen;
    }

    private void AddField(IndexedField field, MatchInput issue, TokenizedIssue text)
    {
        if (field.HasValues)
        {
            _anchors.Add(new Anchor(AnchorKind.Field, field.Source, 0));
            _anchors.Add(new Anchor(AnchorKind.Value, field.Source, FieldTable.HashOf(issue.Field(field.Name)!.Text)));
        }

        if (!field.HasWords)
            return;
        foreach (var term in text.Present)
            _anchors.Add(new Anchor(AnchorKind.Term, field.Source, term));
    }

    private void AddGroups(Anchor anchor)
    {
        if (!near.Groups.TryFind(anchor.KeyIn(0), out var list))
            return;
        foreach (var group in near.Groups[list])
        {
            if (_groups.Add(group))
                _anchors.Add(new Anchor(AnchorKind.Group, 0, group));
        }
    }

    private void BeginSearch()
    {
        if (++_epoch == int.MaxValue)
        {
            Array.Clear(_seen);
            _epoch = 1;
        }

        _lists.Clear();
        _chosen.Clear();
    }

    private void AddList(AnchorLists lists, Anchor anchor, int partition)
    {
        if (lists.TryFind(anchor.KeyIn(partition), out var list))
            _lists.Add((lists.LengthOf(list), list));
    }

    // Of lists that are equally long that comes first whose first rule does.
    private void Choose(AnchorLists lists, bool inScope)
    {
        _lists.Sort();
        var passedOver = 0;
        foreach (var (_, list) in _lists)
        {
            foreach (var rule in lists[list])
            {
                if (_chosen.Count == _max || passedOver == MaxPassedOver)
                    return;
                if (_seen[rule] != _epoch && (near.Scopes[rule] < 0 || takes(near.Scopes[rule]) == inScope))
                    _chosen.Add(rule);
                else
                    passedOver++;
                _seen[rule] = _epoch;
            }
        }
    }
}
