using AutoResolve.Matching;

namespace AutoResolve.Index.NearMisses;

/// <summary>
/// By which rules are found that nearly match, or are left out. The index of matches knows each rule by one of its parts, and that may be
/// the one which fails; this knows it by all of them. Immutable.
/// </summary>
internal sealed class NearMissIndex
{
    /// <summary>Leads to what may hold without any word or value.</summary>
    public static readonly Anchor Nothing = new(AnchorKind.Group, 0, -1);

    /// <summary>
    /// Active rules of two parts and more by the anchors of each part that reads the text, in the partitions of their scopes.
    /// </summary>
    public required AnchorLists Active { get; init; }

    /// <summary>Drafts, and rules that have a scope, by the anchors by which they are found, whatever their scope.</summary>
    public required AnchorLists Limited { get; init; }

    /// <summary>Groups by the anchors of their members.</summary>
    public required AnchorLists Groups { get; init; }

    /// <summary>The scope of each rule; -1 for drafts, which are left out in any scope.</summary>
    public required int[] Scopes { get; init; }

    /// <summary>
    /// Where the parts of each rule begin in <see cref="Parts"/>, and where the last ends; none of rules that are not active.
    /// </summary>
    public required int[] PartStarts { get; init; }

    /// <summary>Where each part begins in the code, and in the low two bits its <see cref="PartKind"/>.</summary>
    public required int[] Parts { get; init; }

    public ReadOnlySpan<int> PartsOf(int rule) => Parts.AsSpan(PartStarts[rule], PartStarts[rule + 1] - PartStarts[rule]);
}

/// <summary>A rule that misses by one condition.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Evidence">What made its other conditions hold.</param>
/// <param name="Failed">The condition.</param>
/// <param name="IsUnwanted">Whether it holds and must not.</param>
internal sealed record NearRule(CompiledRule Rule, IReadOnlyList<Evidence> Evidence, CompiledCondition Failed, bool IsUnwanted);
