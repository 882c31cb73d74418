using AutoResolve.Regexes;

namespace AutoResolve.Conversations;

/// <summary>What is certain of all that a pattern matches.</summary>
internal static class PatternBounds
{
    // '0' to '9'.
    private static readonly UInt128 Digits = (UInt128)0x3FF << '0';

    /// <returns>The most UTF-16 units that it takes; null where there is no most.</returns>
    public static long? Longest(RegexNode node) =>
        node switch
        {
            CharacterNode => 1,
            AssertionNode => 0,
            SequenceNode sequence => sequence.Parts.Aggregate((long?)0, (sum, part) => sum + Longest(part)),
            ChoiceNode choice => choice.Branches.Aggregate((long?)0, (most, branch) =>
                most is { } known && Longest(branch) is { } longest ? Math.Max(known, longest) : null
            ),
            RepeatNode { Most: { } most, Part: var part } => most * Longest(part),
            _ => null,
        };

    /// <summary>Whether there is no match without a digit.</summary>
    public static bool NeedsDigit(RegexNode node) =>
        node switch
        {
            CharacterNode { Set: var set } => set.Ascii != 0 && (set.Ascii & ~Digits) == 0,
            SequenceNode sequence => sequence.Parts.Any(NeedsDigit),
            ChoiceNode choice => choice.Branches.All(NeedsDigit),
            RepeatNode { Least: > 0, Part: var part } => NeedsDigit(part),
            _ => false,
        };
}
