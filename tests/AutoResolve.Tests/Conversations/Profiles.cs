using AutoResolve.Conversations;
using AutoResolve.Matching;
using AutoResolve.Rules;
using AutoResolve.Tests.Docs;
using AutoResolve.Tests.Rules;

namespace AutoResolve.Tests.Conversations;

/// <summary>Short ways to a profile and to what it says of a text.</summary>
internal static class Profiles
{
    private static readonly Lazy<Rulebook> ShippedOne = new(() =>
        Rulebook
            .TryLoad([RuleFiles.File(Repository.Read("rules/shared/how-people-talk.json"))], new RulebookOptions(), TimeProvider.System)
            .Rulebook!
    );

    /// <summary>The profile of the rules in this repository, alone.</summary>
    public static Rulebook Shipped => ShippedOne.Value;

    /// <summary>The profile of a rulebook of one set.</summary>
    public static ConversationProfile Of(string profile, string more = "") => Load(profile, more).Rulebook!.Profile;

    /// <summary>A rulebook of one set with that profile.</summary>
    public static Rulebook RulebookOf(string profile) => Load(profile, "").Rulebook!;

    /// <summary>The problems of such a rulebook, one a line.</summary>
    public static string Problems(string profile, string more = "") =>
        string.Join('\n', Load(profile, more).Diagnostics.Where(problem => problem.Severity == DiagnosticSeverity.Error));

    public static bool Says(this ConversationProfile profile, Signal signal, string text) => profile.Says(signal, Text(text));

    public static string? Find(this ConversationProfile profile, string extractor, string text) =>
        profile.Find(extractor, Text(text).Views(TextPart.Text)[0]);

    public static MatchInput Text(string text) => MatchInput.Prepare(new Issue { Id = "1", Text = text }, "en", 1_000_000);

    private static RulebookLoadResult Load(string profile, string more) =>
        Rulebook.TryLoad(
            [RuleFiles.File($$"""{ "set": "talk", "title": "T", "owner": "o", "shared": true,{{more}} "profile": {{profile}} }""")],
            new RulebookOptions(),
            TimeProvider.System
        );
}
