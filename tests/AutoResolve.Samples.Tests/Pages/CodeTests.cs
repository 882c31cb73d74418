using System.Text.RegularExpressions;
using AutoResolve.Tests.Docs;

namespace AutoResolve.Samples.Tests.Pages;

/// <summary>
/// Each block of C# on a page stands, as it is, in a file of Snippets, which is compiled here against the projects and by
/// the tests of Packages against the packages.
/// </summary>
public sealed class CodeTests
{
    private static readonly Regex Block = new(@"```csharp\n(?<code>.*?)```", RegexOptions.Singleline);

    private static readonly List<string> Snippets =
    [
        .. Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "tests/AutoResolve.Samples.Tests/Snippets"), "*.cs", SearchOption.AllDirectories)
            .Select(file => Plain(File.ReadAllText(file))),
    ];

    public static TheoryData<string, int> Blocks()
    {
        var blocks = new TheoryData<string, int>();
        foreach (var page in Pages())
        {
            for (var place = 0; place < Block.Count(Repository.Read(page)); place++)
                blocks.Add(page, place);
        }

        return blocks;
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Code_OfAPage_IsCompiled(string page, int place)
    {
        var code = Block.Matches(Repository.Read(page))[place].Groups["code"].Value;

        Assert.True(Snippets.Exists(snippet => snippet.Contains(Plain(code), StringComparison.Ordinal)), $"No snippet has:\n{code}");
    }

    // A page without code would not be missed.
    [Theory]
    [InlineData("README.md")]
    [InlineData("src/docs/embedding.md")]
    [InlineData("src/docs/rules.md")]
    [InlineData("src/docs/actions.md")]
    [InlineData("src/docs/cases.md")]
    [InlineData("src/docs/journals.md")]
    [InlineData("src/docs/figures.md")]
    [InlineData("src/docs/workers.md")]
    public void Page_ForIntegrators_HasCode(string page) => Assert.Matches(Block, Repository.Read(page));

    private static IEnumerable<string> Pages()
    {
        string[] pages =
        [
            "README.md",
            .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "src/docs"), "*.md"),
            .. Directory
                .EnumerateFiles(
                    Path.Combine(Repository.Root, "src"),
                    "*.csproj",
                    new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 }
                )
                .Select(project => Path.Combine(Path.GetDirectoryName(project)!, "README.md"))
                .Where(File.Exists),
        ];
        return pages.Select(page => Path.GetRelativePath(Repository.Root, Path.Combine(Repository.Root, page)).Replace('\\', '/'));
    }

    // Pages are narrower than files, so lines break elsewhere, and who may see a type does not matter; nothing else differs.
    private static string Plain(string code) =>
        Regex.Replace(Regex.Replace(code, @"\binternal (?=sealed|static|interface)|\s+", ""), @",(?=[})\]])", "");
}
