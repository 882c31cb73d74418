using AutoResolve.Matching;

namespace AutoResolve.Index;

/// <summary>Lists and conditions that many rules use: what they require is indexed once, and leads to all of them.</summary>
/// <param name="shared">The conditions that several rules may use.</param>
internal sealed class GroupTable(IReadOnlySet<CompiledCondition> shared)
{
    // For fewer anchors the detour costs more than the copies.
    private const int MinAnchors = 4;

    private readonly Dictionary<object, Requirement> _known = [];
    private readonly List<RequiredTerms> _members = [];

    /// <summary>The anchors of each group.</summary>
    public IReadOnlyList<RequiredTerms> Groups => _members;

    public bool IsShared(CompiledCondition condition) => shared.Contains(condition);

    public Requirement Share(CompiledCondition condition, Func<Requirement> analyze) => Share((object)condition, analyze);

    public Requirement ShareList(int list, int source, Func<int, Requirement> analyze) => Share((list, source), () => analyze(list));

    private Requirement Share(object key, Func<Requirement> analyze)
    {
        if (_known.TryGetValue(key, out var known))
            return known;
        known = analyze();
        if (known.Witness is { } witness && witness.Anchors.Count >= MinAnchors)
            known = known with
            {
                Witness = new RequiredTerms([new GuardedAnchor(new Anchor(AnchorKind.Group, 0, Add(witness)), witness.Cost, [])]),
            };
        _known.Add(key, known);
        return known;
    }

    private int Add(RequiredTerms witness)
    {
        _members.Add(witness);
        return _members.Count - 1;
    }
}
