using System.Text.RegularExpressions;
using AutoResolve.Tests.Docs;

namespace AutoResolve.Samples.Tests.Pages;

/// <summary>No page of the repository leads nowhere.</summary>
public sealed class LinksTests
{
    private static readonly Regex Link = new(@"\]\((?<target>[^)\s]+)\)", RegexOptions.NonBacktracking);
    private static readonly string[] NotOurs = ["/bin/", "/obj/", "/node_modules/", "/artifacts/"];

    public static TheoryData<string> Pages =>
        new(
            Directory
                .EnumerateFiles(Repository.Root, "*.md", SearchOption.AllDirectories)
                .Select(page => Path.GetRelativePath(Repository.Root, page).Replace('\\', '/'))
                .Where(page => !Array.Exists(NotOurs, folder => $"/{page}".Contains(folder, StringComparison.Ordinal)))
        );

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_OfEveryPage_LeadSomewhere(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, page))!;
        var broken = Link.Matches(Repository.Read(page))
            .Select(match => match.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#'))
            .Select(target => target.Split('#')[0])
            .Where(target => !Path.Exists(Path.Combine(folder, target)));

        Assert.Empty(broken);
    }
}
