using System.Diagnostics;

namespace AutoResolve.Tests.Rules.Reading;

public sealed class HostileFileTests
{
    private const int Size = 2 * 1024 * 1024;

    private static readonly Dictionary<string, Func<string>> Files = new()
    {
        ["lists in a list"] = () => "[" + Repeat("[],", Size / 3) + "]",
        ["unknown keys"] = () => "{" + string.Concat(Enumerable.Range(0, Size / 20).Select(i => $"\"k{i}\":0,")) + "}",
        ["one key again and again"] = () => "{" + Repeat("\"set\":0,", Size / 8) + "}",
        ["a long key above short values"] = () =>
            "{\"set\":\"s\",\"title\":\"t\",\"owner\":\"o\",\"shared\":true,\"lists\":{\""
            + Repeat("k", Size / 2)
            + "\":["
            + Repeat("0,", Size / 4)
            + "]}}",
        ["a table that comes to much"] = () =>
            Table("\"" + Repeat("a", Size / 2) + "\"", string.Concat(Enumerable.Range(0, Size / 24).Select(i => $"{{\"id\":{i}}},"))),
        ["a table of names that no row has"] = () =>
            Table(
                "\"" + string.Concat(Enumerable.Range(0, Size / 32).Select(i => $"<name{i}>")) + "\"",
                "{\"id\":0," + string.Concat(Enumerable.Range(0, Size / 32).Select(i => $"\"nam{i}\":0,")) + "}"
            ),
        ["a table of lists in lists"] = () =>
            Table("[" + Repeat("\"<a>\",", Size / 12) + "]", "{\"id\":0,\"a\":[" + Repeat("0,", Size / 4) + "]}"),
        ["a table of long texts"] = () =>
            Table("\"" + Repeat("<a>", Size / 8) + "\"", "{\"id\":0,\"a\":\"" + Repeat("a", Size / 2) + "\"}"),
        ["rows with a part again and again"] = () => Table("0", "{\"id\":0," + Repeat("\"tier\":1,", Size / 9) + "}"),
        ["digits"] = () => "[" + Repeat("9", Size) + "]",
        ["comments"] = () => Repeat("/**/", Size / 4) + "{}",
        ["an open text"] = () => "[\"" + Repeat("\\\\", Size / 2),
    };

    public static TheoryData<string> Names => [.. Files.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_HostileFile_CostsBoundedTimeAndIsRefused(string name)
    {
        var json = Files[name]();
        var watch = Stopwatch.StartNew();
        var problems = RuleFiles.Problems(json);

        Assert.NotEqual("", problems);
        // Wall-clock on a loaded machine, so the bound is coarse.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(15), $"{name}: {watch.Elapsed}");
    }

    private static string Table(string value, string rows) =>
        $$"""{ "set": "s", "title": "t", "owner": "o", "rules": [ { "id": "s.<id>", "x-value": {{value}}, "rows": [{{rows}}] } ] }""";

    private static string Repeat(string part, int times) => string.Concat(Enumerable.Repeat(part, times));
}
