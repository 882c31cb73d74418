namespace AutoResolve.Decisions;

/// <summary>Adds the tags and notes of the rule that decides and of the matching rules that add nothing else.</summary>
internal static class Filing
{
    public static Resolution File(Resolution resolution, RankedRules field, RankedMatch? winner)
    {
        SortedSet<string>? tags = null;
        List<string>? notes = null;
        if (winner is not null)
            Add(winner, ref tags, ref notes);
        foreach (var candidate in field.All)
        {
            if (candidate is { Standing: Eligibility.Acts, Rule.Also: true })
                Add(candidate, ref tags, ref notes);
        }

        return tags is null && notes is null ? resolution : resolution with { Tags = [.. tags ?? []], Notes = notes ?? [] };
    }

    private static void Add(RankedMatch candidate, ref SortedSet<string>? tags, ref List<string>? notes)
    {
        var then = candidate.Rule.Then;
        for (var at = 0; at < then.Tags.Count; at++)
            (tags ??= new SortedSet<string>(StringComparer.Ordinal)).Add(then.Tags[at]);
        if (then.Note is { } note)
            (notes ??= []).Add(note);
    }
}
