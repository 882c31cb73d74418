using System.Globalization;
using System.Text.RegularExpressions;
using AutoResolve.Json.Reading;
using AutoResolve.Rules.Formatting;
using AutoResolve.Rules.Reading;
using AutoResolve.Sources;
using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Tests.Rules.Formatting;

/// <summary>Whatever a rule file looks like, its canonical form means the same.</summary>
public sealed partial class RandomFormattingTests
{
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero));

    // So many files are made; AUTORESOLVE_RULE_FILES=100000 for more.
    private static readonly long Files = long.Parse(
        Environment.GetEnvironmentVariable("AUTORESOLVE_RULE_FILES") ?? "1000",
        CultureInfo.InvariantCulture
    );

    [Fact]
    public void Format_AnyFile_MeansTheSameAndIsDoneAtOnce() =>
        RandomRuleFile.Any.Sample(
            file =>
            {
                var once = RuleFileFormatter.Format(RuleFiles.File(file.Text));
                Assert.Empty(once.Problems);
                Assert.Equal(once.Text, RuleFileFormatter.Format(RuleFiles.File(once.Text!)).Text);

                Assert.Equal(Data(file.Text), Data(once.Text!));
                Assert.Equal(file.Comments.Order(StringComparer.Ordinal), CommentsOf(once.Text!).Order(StringComparer.Ordinal));
                Assert.Equal(Meaning(file.Text), Meaning(once.Text!));
                Assert.Equal(Lint(file.Text), Lint(once.Text!));
            },
            iter: Files
        );

    /// <summary>What another reader makes of the file, with the keys in one order.</summary>
    private static string Data(string json)
    {
        var settings = new JsonLoadSettings { CommentHandling = CommentHandling.Ignore };
        using var reader = new Newtonsoft.Json.JsonTextReader(new StringReader(json.TrimStart('\ufeff')))
        {
            DateParseHandling = Newtonsoft.Json.DateParseHandling.None,
            FloatParseHandling = Newtonsoft.Json.FloatParseHandling.Decimal,
        };
        return Sorted(JToken.Load(reader, settings)).ToString();
    }

    private static JToken Sorted(JToken token) =>
        token switch
        {
            JObject node => new JObject(
                node.Properties()
                    .OrderBy(property => property.Name, StringComparer.Ordinal)
                    .Select(property => new JProperty(property.Name, Sorted(property.Value)))
            ),
            JArray list => new JArray(list.Select(Sorted)),
            _ => token,
        };

    /// <summary>The lines of what is read, sorted: what has names is read in the order of the file, which means nothing.</summary>
    private static IEnumerable<string> Meaning(string json) =>
        RuleSetReader.Read(RuleFiles.File(json), []) is { } set ? RuleSetText.Of(set).Split('\n').Order(StringComparer.Ordinal) : [];

    /// <summary>What lint says of what, without the words of the file that it repeats. Of many problems those that come first in the file
    /// are listed, so none of them is.</summary>
    private static string Lint(string json)
    {
        var diagnostics = Rulebook.TryBuild(new RuleFileSet([RuleFiles.File(json)]), timeProvider: Clock).Diagnostics;
        return diagnostics.Any(diagnostic => diagnostic.Code == ReadingCodes.MoreProblems)
            ? ReadingCodes.MoreProblems
            : string.Join(
                '\n',
                diagnostics.Select(found => $"{found.Code} {found.Severity} {found.Pointer}").Order(StringComparer.Ordinal)
            );
    }

    private static IEnumerable<string> CommentsOf(string json) =>
        Tokens().Matches(json).Select(match => match.Value.TrimEnd()).Where(token => token.StartsWith('/'));

    [GeneratedRegex(
        """
            "(?:[^"\\]|\\.)*"|//[^\n]*|/\*(?:[^*]|\*+[^*/])*\*+/
            """,
        RegexOptions.Singleline | RegexOptions.NonBacktracking
    )]
    private static partial Regex Tokens();
}
