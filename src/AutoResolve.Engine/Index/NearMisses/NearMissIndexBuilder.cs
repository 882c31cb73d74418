using AutoResolve.Matching;

namespace AutoResolve.Index.NearMisses;

/// <summary>Builds the index of near misses, when all rules are in that of matches.</summary>
/// <param name="rules">By ordinal.</param>
/// <param name="starts">Where each begins in the code.</param>
/// <param name="code">The code.</param>
/// <param name="scopes">The scopes of all rules.</param>
/// <param name="lexicon">How likely terms are.</param>
/// <param name="witnesses">Finds what conditions require.</param>
/// <param name="groups">The members of groups.</param>
internal sealed class NearMissIndexBuilder(
    IReadOnlyList<CompiledRule> rules,
    int[] starts,
    RuleCode code,
    ScopeTable scopes,
    LexiconBuilder lexicon,
    RequiredTermsFinder witnesses,
    GroupTable groups
)
{
    private readonly AnchorListsBuilder _active = new();
    private readonly AnchorListsBuilder _limited = new();
    private readonly AnchorListsBuilder _groups = new();
    private readonly Queue<int> _neededGroups = [];
    private readonly HashSet<int> _knownGroups = [];
    private readonly List<int> _parts = [];

    public NearMissIndex Build()
    {
        var partStarts = new int[rules.Count + 1];
        List<RequiredPart> parts = [];
        for (var rule = 0; rule < rules.Count; rule++)
        {
            parts.Clear();
            if (rules[rule].Rule.Status == RuleStatus.Active)
                RequiredPart.FindAll(rules[rule].When, starts[rule], code, parts);

            // Where there is but one, either it fails or the rule holds.
            if (parts.Count > 1)
                AddActive(rule, parts);
            if (rules[rule].Rule is { Status: RuleStatus.Draft } or { Scope.Language: not null } || rules[rule].ScopeKeys > 0)
                Add(_limited, rules[rule].When, rule, [0]);
            partStarts[rule + 1] = _parts.Count;
        }

        AddGroups();
        return new NearMissIndex
        {
            Active = new AnchorLists(_active),
            Limited = new AnchorLists(_limited),
            Groups = new AnchorLists(_groups),
            Scopes = [.. rules.Select(rule => rule.Rule.Status == RuleStatus.Draft ? -1 : scopes.Add(rule.Rule.Scope))],
            PartStarts = partStarts,
            Parts = [.. _parts],
        };
    }

    private void AddActive(int rule, List<RequiredPart> parts)
    {
        var partitions = scopes.PartitionsOf(rules[rule].Rule.Scope);
        foreach (var part in parts)
        {
            _parts.Add((part.At << 2) | (int)part.Kind);
            if (part.Kind is PartKind.Text or PartKind.Mixed)
                Add(_active, part.Condition, rule, partitions);
        }
    }

    private void Add(AnchorListsBuilder lists, CompiledCondition condition, int rule, IReadOnlyList<int> partitions)
    {
        if (witnesses.Find(condition) is not { } witness)
        {
            AddTo(lists, NearMissIndex.Nothing, rule, partitions);
            return;
        }

        foreach (var guarded in witness.Anchors)
        {
            var anchor = Single(guarded.Anchor);
            AddTo(lists, anchor, rule, partitions);
            Need(anchor);
        }
    }

    private static void AddTo(AnchorListsBuilder lists, Anchor anchor, int item, IReadOnlyList<int> partitions)
    {
        foreach (var partition in partitions)
            lists.Add(anchor.KeyIn(partition), item);
    }

    // Groups may need others.
    private void AddGroups()
    {
        while (_neededGroups.TryDequeue(out var group))
        {
            foreach (var guarded in groups.Groups[group].Anchors)
            {
                var anchor = Single(guarded.Anchor);
                AddTo(_groups, anchor, group, [0]);
                Need(anchor);
            }
        }
    }

    private void Need(Anchor anchor)
    {
        if (anchor.Kind == AnchorKind.Group && _knownGroups.Add(anchor.First))
            _neededGroups.Enqueue(anchor.First);
    }

    // Only candidates are looked for, so that one word of a pair is enough.
    private Anchor Single(Anchor anchor) =>
        anchor.Kind == AnchorKind.Pair ? new Anchor(AnchorKind.Term, anchor.Source, Rarer(anchor.First, anchor.Second)) : anchor;

    private int Rarer(int first, int second) => lexicon.Likelihood(first) <= lexicon.Likelihood(second) ? first : second;
}
