using System.Text.RegularExpressions;
using AutoResolve.Conversations;
using AutoResolve.Tests.Docs;
using AutoResolve.Tests.Rules;

namespace AutoResolve.Tests.Conversations;

public sealed partial class ProfilePageTests
{
    [Fact]
    public void Example_OfPage_ReplacesWhatItSaysAndNothingElse()
    {
        var example = Fenced().Match(Repository.Read("rules/docs/profile.md")).Groups["json"].Value;

        var result = Rulebook.TryLoad([RuleFiles.File(example)], new RulebookOptions(), TimeProvider.System);

        Assert.Empty(result.Diagnostics);
        var profile = result.Rulebook!.Profile;
        Assert.True(profile.Says(Signal.Withdrawn, "Drop it, please."));
        Assert.False(profile.Says(Signal.Withdrawn, "Please don't drop it."));
        Assert.False(profile.Says(Signal.Withdrawn, "please disregard"));
        Assert.True(profile.Says(Signal.Withdrawn, "olvídelo"));
        Assert.True(profile.Says(Signal.Solved, "Es läuft wieder"));
        Assert.False(profile.Says(Signal.Solved, "Es läuft nicht wieder"));
        Assert.True(profile.Says(Signal.Solved, "it works now"));
        Assert.Equal("B-123", profile.Find("formNumber", "I need form B-123"));
        Assert.Null(profile.Find("formNumber", "I need form 10-10EZ"));
        Assert.Equal("main street branch", profile.Find("branch", "It was the main street branch"));
        Assert.Equal("110", profile.Find("errorCode", "error 110"));
    }

    [Fact]
    public void Tables_OfPage_NameAllSignalsAndExtractors()
    {
        var page = Repository.Read("rules/docs/profile.md");

        Assert.All(
            Enum.GetNames<Signal>()
                .Select(name => char.ToLowerInvariant(name[0]) + name[1..])
                .Concat(DefaultProfile.Extractors.Select(extractor => extractor.Name)),
            name => Assert.Contains($"| `{name}` |", page, StringComparison.Ordinal)
        );
    }

    [GeneratedRegex("```jsonc\n(?<json>.*?)```", RegexOptions.Singleline, 1000)]
    private static partial Regex Fenced();
}
