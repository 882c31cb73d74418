namespace AutoResolve.Matching.Indexing;

/// <summary>Lists and conditions that many rules use: what they require is indexed once, and leads to all of them.</summary>
/// <param name="shared">The conditions that several rules may use.</param>
internal sealed class GroupTable(IReadOnlySet<CompiledCondition> shared)
{
    // For fewer anchors the detour costs more than the copies.
    private const int MinAnchors = 4;

    private readonly Dictionary<object, Necessity> _known = [];
    private readonly List<Witness> _members = [];

    /// <summary>The anchors of each group.</summary>
    public IReadOnlyList<Witness> Groups => _members;

    public bool IsShared(CompiledCondition condition) => shared.Contains(condition);

    public Necessity Share(CompiledCondition condition, Func<Necessity> analyze) => Share((object)condition, analyze);

    public Necessity ShareList(int list, int source, Func<int, Necessity> analyze) => Share((list, source), () => analyze(list));

    private Necessity Share(object key, Func<Necessity> analyze)
    {
        if (_known.TryGetValue(key, out var known))
            return known;
        known = analyze();
        if (known.Witness is { } witness && witness.Anchors.Count >= MinAnchors)
            known = known with { Witness = new Witness([new GuardedAnchor(new Anchor(AnchorKind.Group, 0, Add(witness)), witness.Cost, [])]) };
        _known.Add(key, known);
        return known;
    }

    private int Add(Witness witness)
    {
        _members.Add(witness);
        return _members.Count - 1;
    }
}
