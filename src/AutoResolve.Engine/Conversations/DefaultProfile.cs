using AutoResolve.Json;
using AutoResolve.Rules;
using AutoResolve.Rules.Reading;

namespace AutoResolve.Conversations;

/// <summary>
/// The profile of rulebooks that have none, and of what others leave out: a rule set of its own, embedded in the assembly, read once a
/// process.
/// </summary>
internal static class DefaultProfile
{
    private const string CustomerList = "enCustomer";
    private const string Resource = "default-profile.json";

    private static readonly Lazy<RuleSet> Read = new(ReadSet);
    private static readonly Lazy<List<ProfileEntry<NamedCondition>>> SignalEntries = new(() => ProfileCompiler.SignalsOf([Set]));
    private static readonly Lazy<List<ProfileEntry<Extractor>>> ExtractorEntries = new(() => ProfileCompiler.ExtractorsOf([Set]));
    private static readonly Lazy<ConversationProfile> Whole = new(() => new ConversationProfile(Signals, Extractors));

    public static RuleSet Set => Read.Value;

    public static IReadOnlyList<ProfileEntry<NamedCondition>> Signals => SignalEntries.Value;

    public static IReadOnlyList<ProfileEntry<Extractor>> Extractors => ExtractorEntries.Value;

    /// <summary>Its parts where customers are called by other words as well.</summary>
    public static (IReadOnlyList<ProfileEntry<NamedCondition>> Signals, IReadOnlyList<ProfileEntry<Extractor>> Extractors) For(
        IReadOnlyList<Located<string>> customers
    )
    {
        if (customers.Count == 0)
            return (Signals, Extractors);
        var set = Set with
        {
            Lists =
            [
                .. Set.Lists.Select(list =>
                    list.Name.Value == CustomerList ? list with { Phrases = [.. list.Phrases, .. customers] } : list
                ),
            ],
        };
        return (ProfileCompiler.SignalsOf([set]), ProfileCompiler.ExtractorsOf([set]));
    }

    /// <summary>The profile as it is.</summary>
    public static ConversationProfile Profile => Whole.Value;

    private static RuleSet ReadSet()
    {
        using var stream = typeof(DefaultProfile).Assembly.GetManifestResourceStream(Resource)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        List<Diagnostic> problems = [];
        var set = RuleSetReader.Read(new RuleFile(Resource, content), problems);
        return problems.Count == 0 ? set! : throw new InvalidOperationException(string.Join('\n', problems));
    }
}
