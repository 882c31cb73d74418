using System.Text.RegularExpressions;
using System.Xml.Linq;
using AutoResolve.Tests.Docs;

namespace AutoResolve.Samples.Tests.Packages;

/// <summary>What each package has, as somebody finds it who looks for one.</summary>
[Collection(PackedTests.Name)]
[Trait("Category", "Packages")]
public sealed class PackagesTests(PackedPackages packed)
{
    private static readonly Regex Link = new(@"\]\((?<target>[^)\s]+)\)", RegexOptions.NonBacktracking);

    private static readonly string Address = XDocument
        .Load(Path.Combine(Repository.Root, "Directory.Build.props"))
        .Descendants("RepositoryUrl")
        .Single()
        .Value;

    private List<Package> All => [.. Directory.EnumerateFiles(packed.Feed, "*.nupkg").Order().Select(file => new Package(file))];

    [Fact]
    public void Packages_AreAllProjectsOfTheLibrary()
    {
        var projects = Directory
            .EnumerateDirectories(Path.Combine(Repository.Root, "src"), "AutoResolve*")
            .Where(folder => Directory.EnumerateFiles(folder, "*.csproj").Any())
            .Select(Path.GetFileName);

        Assert.Equal(projects.Order(StringComparer.Ordinal), All.Select(package => package.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Readme_IsThePackagesOwn()
    {
        Assert.All(All, package => Assert.StartsWith($"# {package.Id}\n", package.Read("README.md"), StringComparison.Ordinal));
        Assert.All(All, package => Assert.Equal("README.md", package["readme"]));
    }

    [Fact]
    public void Links_OfAReadme_BeginWithTheProjectsAddress()
    {
        Assert.All(All, package =>
        {
            var links = Link.Matches(package.Read("README.md")).Select(match => match.Groups["target"].Value).ToList();
            Assert.NotEmpty(links);
            Assert.All(links, link => Assert.StartsWith($"{Address}/", link, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Package_SaysWhatItIs()
    {
        Assert.All(All, package =>
        {
            Assert.Equal("MIT", package["license"]);
            Assert.Equal(Address, package["projectUrl"]);
            Assert.Equal(Address, package.Metadata.Elements().Single(one => one.Name.LocalName == "repository").Attribute("url")?.Value);
            Assert.Contains("rules-engine", package["tags"]!, StringComparison.Ordinal);
            Assert.True(package["description"]!.Length > 40, package["description"]);
            Assert.NotNull(package["releaseNotes"]);
        });
    }

    [Fact]
    public void Assemblies_HaveTheirDocumentation()
    {
        Assert.All(All.Where(package => package.Id != "AutoResolve.Cli"), package =>
        {
            var assemblies = package.Files.Where(file =>
                file.StartsWith("lib/", StringComparison.Ordinal) && file.EndsWith(".dll", StringComparison.Ordinal)
            );
            Assert.NotEmpty(assemblies);
            Assert.All(assemblies, assembly => Assert.Contains(Path.ChangeExtension(assembly, ".xml"), package.Files));
        });
    }

    [Fact]
    public void Symbols_StandBesideEachPackage() =>
        Assert.Equal(
            All.Select(package => package.Id).Where(id => id != "AutoResolve.Cli"),
            Directory
                .EnumerateFiles(packed.Feed, "*.snupkg")
                .Order()
                .Select(file => new Package(file).Id)
                .Where(id => id != "AutoResolve.Cli")
        );
}
