namespace AutoResolve.Intake.History;

/// <summary>What the tags of an issue say of its way: <c>escalated</c>, <c>tier_2</c>, <c>L3</c>.</summary>
/// <param name="IsEscalated">Whether a tag says that it was escalated, or that a higher tier had it.</param>
/// <param name="Tier">The highest tier that a tag names; null where none does.</param>
internal readonly record struct EscalationTags(bool IsEscalated, int? Tier)
{
    // Whoever asks first is at this tier.
    private const int FirstTier = 1;

    private static readonly char[] Separators = [' ', ',', ';', '|', '\t', '\r', '\n'];
    private static readonly string[] Words = ["escalated", "escalation", "escalate"];

    public static EscalationTags Of(IEnumerable<string> values)
    {
        var (isEscalated, highest) = (false, (int?)null);
        foreach (var tag in values.SelectMany(value => value.Split(Separators, StringSplitOptions.RemoveEmptyEntries)))
        {
            isEscalated |= Words.Contains(tag, StringComparer.OrdinalIgnoreCase);
            if (char.IsAsciiLetter(tag[0]) && char.IsAsciiDigit(tag[^1]) && HistoryTier.TryRead(tag, out var tier))
                highest = Math.Max(highest ?? 0, tier);
        }

        return new EscalationTags(isEscalated || highest > FirstTier, highest);
    }
}
