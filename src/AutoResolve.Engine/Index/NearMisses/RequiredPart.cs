using AutoResolve.Matching;

namespace AutoResolve.Index.NearMisses;

/// <summary>A condition that a rule cannot do without.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="At">Where it begins in the code.</param>
/// <param name="Kind">What it is about.</param>
internal readonly record struct RequiredPart(CompiledCondition Condition, int At, PartKind Kind)
{
    /// <summary>
    /// The parts of a rule on its top level: each condition of <c>all</c>, with an <c>all</c> inside it opened up once more, since a rule
    /// holds <c>all</c>, <c>any</c> and <c>none</c> side by side; <c>any</c> as one; each condition of <c>none</c>.
    /// </summary>
    public static void FindAll(CompiledCondition when, int at, RuleCode code, List<RequiredPart> parts) =>
        Add(when, at, code, isRoot: true, parts);

    private static void Add(CompiledCondition condition, int at, RuleCode code, bool isRoot, List<RequiredPart> parts)
    {
        if (condition is not CombinedCondition { Combination: not Combination.Any } combined)
        {
            parts.Add(new RequiredPart(condition, at, KindOf(condition)));
            return;
        }

        // The code has no instruction of its own for one condition alone, and one place for what rules share; see RuleCodeBuilder.
        while (code.OpcodeAt(at) == Opcode.Shared && (combined.Combination == Combination.None || combined.Children.Count > 1))
            at = code.Shared[code.OperandsAt(at)[0]];
        var isAlone = combined is { Combination: Combination.All, Children.Count: 1 };
        var next = isAlone ? at : at + 1;
        foreach (var child in combined.CheapestFirst)
        {
            if (combined.Combination == Combination.None)
                parts.Add(new RequiredPart(child, next, PartKind.Unwanted));
            else if (isRoot || child is CombinedCondition { Combination: Combination.None })
                Add(child, next, code, isRoot: false, parts);
            else
                parts.Add(new RequiredPart(child, next, KindOf(child)));
            next = isAlone ? next : code.EndOf(next);
        }
    }

    private static PartKind KindOf(CompiledCondition condition) =>
        condition switch
        {
            TextLeaf => PartKind.Text,
            CombinedCondition { Combination: not Combination.None } combined => combined
                .Children.Select(KindOf)
                .Aggregate((one, other) => one == other ? one : PartKind.Mixed),
            _ => PartKind.Other,
        };
}

/// <summary>What a part of a rule is about.</summary>
internal enum PartKind
{
    /// <summary>Fields, facts and expressions only.</summary>
    Other,

    /// <summary>The text only.</summary>
    Text,

    /// <summary>The text and other things: where it holds, the text may have no share in it.</summary>
    Mixed,

    /// <summary>Something that must not hold.</summary>
    Unwanted,
}
