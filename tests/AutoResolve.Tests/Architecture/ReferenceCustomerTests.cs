using System.Text.RegularExpressions;
using AutoResolve.Tests.Docs;

namespace AutoResolve.Tests.Architecture;

/// <summary>
/// The library serves whoever brings rules. What is particular to the customer whose rules stand in this repository is data, in rules: code,
/// comments and messages that name it would hold for nobody else.
/// </summary>
public sealed partial class ReferenceCustomerTests
{
    // Virginia among the states of addresses.
    private static readonly (string File, string Line)[] Allowed = [("StreetAddress.cs", "\"VA\",")];

    private static readonly string[] Kinds = ["*.cs", "*.json", "*.sql", "*.liquid", "*.csproj"];

    [Fact]
    public void Sources_OfTheLibrary_DoNotNameTheReferenceCustomer()
    {
        var source = Path.Combine(Repository.Root, "src");
        var named = Kinds
            .SelectMany(kind => Directory.EnumerateFiles(source, kind, SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(source, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(folder => folder is "Samples" or "bin" or "obj"))
            .SelectMany(path =>
                File.ReadLines(Path.Combine(source, path)).Select((line, at) => (Path: path, Line: line.Trim(), Number: at + 1))
            )
            .Where(entry => Words().IsMatch(entry.Line))
            .Where(entry => !Allowed.Contains((Path.GetFileName(entry.Path), entry.Line)))
            .Select(entry => $"src/{entry.Path}:{entry.Number}: {entry.Line}");

        Assert.Empty(named);
    }

    // Its name, whom it serves, its sites and those it signs in with, its systems, and its numbers. In ordinary words VA is written so.
    [GeneratedRegex(
        @"(?i:\bveteran|\bvet\b|va\.gov|login\.gov|\bid\.me\b|my ?healthe|\bmhv\b|\bvba\b|\bvha\b|\bvfw\b|gi bill|evss|vbms|\bbtsss\b|"
            + @"\bedipi\b|\bicn\b|\bvafn\b|c-file|claims? file|\bhrc\b|ask va\b|\bdeers\b|servicemember)|\bVA\b|\bDoD\b|America/New_York",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Words();
}
