using System.Globalization;
using CliWrap.Buffered;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Cli.Tests.Commands;

/// <summary>One file of issues through all verbs: what one of them reads of an issue, all do.</summary>
public sealed class OneReaderTests : IDisposable
{
    // Each rule rests on something else of an issue.
    private const string Rules = """
        {
          "set": "base",
          "title": "Base",
          "owner": "desk",
          "rules": [
            { "id": "base.title", "title": "T", "type": "x/title", "status": "active", "when": { "anyOf": ["badge"], "in": "title" },
              "then": { "outcome": "route", "team": "money" } },
            { "id": "base.text", "title": "X", "type": "x/text", "status": "active", "when": { "anyOf": ["refund"] },
              "then": { "outcome": "route", "team": "money" } },
            { "id": "base.field", "title": "F", "type": "x/field", "status": "active", "when": { "field": "errorCode", "equals": "E42" },
              "then": { "outcome": "route", "team": "tech" } },
            { "id": "base.nested", "title": "D", "type": "x/nested", "status": "active", "when": { "field": "device.os", "equals": "mac" },
              "then": { "outcome": "route", "team": "tech" } },
            { "id": "base.tenant", "title": "N", "type": "x/tenant", "status": "active", "scope": { "tenant": ["north"] },
              "when": { "anyOf": ["invoice"] }, "then": { "outcome": "route", "team": "north" } },
            { "id": "base.channel", "title": "C", "type": "x/channel", "status": "active", "scope": { "channel": ["phone"] },
              "when": { "anyOf": ["parcel"] }, "then": { "outcome": "route", "team": "post" } },
            { "id": "base.turn", "title": "U", "type": "x/turn", "status": "active", "when": { "anyOf": ["warranty"] },
              "then": { "outcome": "route", "team": "post" } }
          ]
        }
        """;

    private const string Json = """
        { "issues": [
          { "id": "1", "title": "badge lost", "text": "where do I go", "created": "2026-10-01" },
          { "id": "2", "title": "hello", "text": "<p>my <b>re</b>fund</p>", "format": "html", "created": "2026-10-05" },
          { "id": "3", "title": "hello", "text": "it broke", "fields": { "errorCode": "E42" }, "created": "2026-10-05" },
          { "id": "4", "text": "it broke", "device": { "os": "mac" }, "created": "2026-10-05" },
          { "id": "5", "text": "my invoice", "tenant": "north", "created": "2026-10-05" },
          { "id": "6", "text": "my invoice", "tenant": "south", "created": "2026-10-05" },
          { "id": "7", "text": "my parcel", "channel": "phone", "created": "2026-10-05" },
          { "id": "8", "text": "please help", "created": "2026-10-05", "turns": [{ "author": "customer", "text": "it is still under warranty" }] }
        ], "total": 8 }
        """;

    private const string Csv =
        "Ticket ID;Subject;Description;Source;errorCode;tenant;device.os;Created time\n"
        + "1;badge lost;where do I go;;;;;05/10/2026\n"
        + "2;hello;\"my\nrefund\";;;;;13/10/2026\n"
        + "3;hello;it broke;;E42;;;13/10/2026\n"
        + "4;;it broke;;;;mac;13/10/2026\n"
        + "5;;my invoice;;;north;;13/10/2026\n"
        + "6;;my invoice;;;south;;13/10/2026\n"
        + "7;;my parcel;phone;;;;13/10/2026\n"
        + "8;refund;;;;;;13/10/2026\n";

    private readonly TemporaryFolder _folder = new();

    public OneReaderTests()
    {
        _folder.Write("rules/a.json", Rules);
        _folder.Write("none/a.json", Rules.Replace("\"active\"", "\"draft\"", StringComparison.Ordinal));
        _folder.Write("issues.json", Json);
        _folder.Write("issues.csv", Csv);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("issues.json")]
    [InlineData("issues.csv")]
    public async Task File_ThroughAllVerbs_IsDecidedTheSame(string file)
    {
        var resolved = (await RunAsync("resolve", file, "--json"))
            .StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(JObject.Parse)
            .ToDictionary(line => (string)line["issueId"]!, line => (string?)line.SelectToken("rule.id"));

        // What each verb says is what the file holds, not only the same.
        Assert.Equal(
            [
                "base.title",
                "base.text",
                "base.field",
                "base.nested",
                "base.tenant",
                null,
                "base.channel",
                file == "issues.json" ? "base.turn" : "base.text",
            ],
            Enumerable.Range(1, 8).Select(id => resolved[id.ToString(CultureInfo.InvariantCulture)])
        );
        var counts = resolved
            .Values.OfType<string>()
            .CountBy(rule => rule)
            .Select(rule => $"{rule.Key} {rule.Value}")
            .Order(StringComparer.Ordinal)
            .ToList();

        var backtest = await JsonAsync("backtest", "--history", file);
        Assert.Equal(counts, Counts(backtest["rules"]!, "rule", "decided"));
        var health = await JsonAsync("health", "--history", file);
        Assert.Equal(counts, Counts(health["rules"]!.Where(rule => (int)rule["wins"]! > 0), "rule", "wins"));
        var diff = JObject.Parse((await RunInAsync("diff", "none", "rules", "--history", file, "--json")).StandardOutput);
        Assert.Equal(counts, Counts(diff["groups"]!, "after", "issues"));
        var mine = await RunAsync("mine", "--history", file, "--out", "drafts", "--topics");
        Assert.Contains("There are 1 that no rule decides", mine.StandardError, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("trends", "--history", file, "--days", "3")).ExitCode);
        foreach (var (id, rule) in resolved)
            Assert.Equal(rule, (string?)(await JsonAsync("explain", file, "--id", id)).SelectToken("resolution.rule.id"));
        var report = await JsonAsync("report", "--source", file, "--month", "2026-10");
        Assert.Equal(8, report["cells"]!.Sum(cell => (int)cell["issues"]!));
    }

    private static IEnumerable<string> Counts(IEnumerable<JToken> rows, string name, string count) =>
        rows.Select(row => $"{(string)row[name]!} {(int)row[count]!}").Order(StringComparer.Ordinal);

    private async Task<JObject> JsonAsync(params string[] arguments) =>
        JObject.Parse((await RunAsync([.. arguments, "--json"])).StandardOutput);

    private Task<BufferedCommandResult> RunAsync(params string[] arguments) => RunInAsync([.. arguments, "--rules", "rules"]);

    private Task<BufferedCommandResult> RunInAsync(params string[] arguments) => Tool.RunInAsync(_folder.Path, "", arguments);
}
