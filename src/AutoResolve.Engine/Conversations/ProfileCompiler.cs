using AutoResolve.Rules;

namespace AutoResolve.Conversations;

/// <summary>Makes the profile of a rulebook, with the default one for what it leaves out.</summary>
internal static class ProfileCompiler
{
    /// <returns>The profile; null where the rulebook has none of its own, or a broken one, which is then reported.</returns>
    public static ConversationProfile? Compile(IReadOnlyList<RuleSet> sets, ICollection<Diagnostic> diagnostics)
    {
        if (sets.FirstOrDefault(set => set.Profile is not null) is not { } own)
            return null;
        var visible = new VisibleSets(sets).From(own);
        var (signals, extractors) = (SignalsOf(visible), ExtractorsOf(visible));
        var scopes = new ProfileScopes();
        foreach (var signal in signals)
            CompiledSignals.Compile(signal, scopes);
        foreach (var extractor in extractors)
            CompiledExtractor.Compile(extractor, scopes);
        var problems = scopes.All.SelectMany(scope => scope.Diagnostics).ToList();
        problems.ForEach(diagnostics.Add);
        if (problems.Count > 0)
            return null;
        var (usualSignals, usualExtractors) = DefaultProfile.For(own.Profile!.Customers);
        return new ConversationProfile(
            [.. signals, .. usualSignals.Where(entry => !signals.Exists(entry.IsReplacedBy))],
            [.. extractors, .. usualExtractors.Where(entry => !extractors.Exists(entry.IsReplacedBy))]
        );
    }

    /// <summary>The names of the extractors that questions may use.</summary>
    public static IEnumerable<string> ExtractorNames(IEnumerable<RuleSet> sets) =>
        sets.SelectMany(set => ExtractorsOf([set]))
            .Concat(DefaultProfile.Extractors)
            .Select(extractor => extractor.Name)
            .Distinct(StringComparer.Ordinal);

    /// <summary>The signals of the first of the sets.</summary>
    public static List<ProfileEntry<NamedCondition>> SignalsOf(IReadOnlyList<RuleSet> visible) =>
        [
            .. (visible[0].Profile?.Languages ?? []).SelectMany(language =>
                language.Signals.Select(signal => new ProfileEntry<NamedCondition>(visible, language.Tag.Value, signal.Name.Value, signal))
            ),
        ];

    /// <summary>The extractors of the first of the sets.</summary>
    public static List<ProfileEntry<Extractor>> ExtractorsOf(IReadOnlyList<RuleSet> visible) =>
        [
            .. (visible[0].Profile?.Languages ?? []).SelectMany(language =>
                language.Extractors.Select(extractor => new ProfileEntry<Extractor>(
                    visible,
                    language.Tag.Value,
                    extractor.Name.Value,
                    extractor
                ))
            ),
        ];
}
