using System.Xml.Linq;
using AutoResolve.Tests.Docs;
using CliWrap;
using CliWrap.Buffered;

namespace AutoResolve.Samples.Tests.Packages;

/// <summary>
/// The packages as they would be published, and copies of the sample and of the code on pages that were built with them alone, as on
/// another machine. Made once for all tests.
/// </summary>
public sealed class PackedPackages : IAsyncLifetime
{
    // No other folder of packages has this version, so that nothing stale is used.
    internal const string Version = "0.2.0-packed";

    private static readonly string Sources = Path.Combine(Repository.Root, "tests/AutoResolve.Samples.Tests");
    private static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    /// <summary>The folder in which only the packages are known, as they were published.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("packed-").FullName;

    /// <summary>Where the packages are.</summary>
    public string Feed => Path.Combine(Root, "feed");

    /// <summary>The sample's folder, as it was built from the packages.</summary>
    public string Sample => Path.Combine(Root, "HelpDesk");

    /// <summary>A folder for what a test writes.</summary>
    public string NewFolder() => Directory.CreateDirectory(Path.Combine(Root, Path.GetRandomFileName())).FullName;

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(Feed);
        await DotnetAsync(
            Repository.Root,
            ["msbuild", Path.Combine(Sources, "Packages/pack.proj"), "-restore:false", "-nologo", "-v:q", "-m", "-nodeReuse:false"],
            [$"-p:Configuration={Configuration}", $"-p:PackageVersion={Version}", $"-p:PackageOutputPath={Feed}"]
        );
        File.WriteAllText(Path.Combine(Root, "nuget.config"), NuGetConfig(Feed, await CacheAsync()));
        File.WriteAllText(Path.Combine(Root, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(Root, "Directory.Build.targets"), "<Project />");
        CopySample();
        CopySnippets();
        File.WriteAllText(
            Path.Combine(Root, "all.slnx"),
            """<Solution><Project Path="HelpDesk/HelpDesk.csproj" /><Project Path="Snippets/Snippets.csproj" /></Solution>"""
        );
        await DotnetAsync(Root, ["build", "all.slnx", "-nologo", "-v:q", "-warnaserror", "-nodeReuse:false"], []);
    }

    public Task DisposeAsync()
    {
        Directory.Delete(Root, recursive: true);
        return Task.CompletedTask;
    }

    // Packages of others are taken from where they are already; those that are not there come from the sources of the machine.
    private static string NuGetConfig(string feed, string cache) =>
        $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="packages" /></config>
              <packageSources><add key="packed" value="{feed}" /></packageSources>
              <fallbackPackageFolders><add key="cache" value="{cache}" /></fallbackPackageFolders>
            </configuration>
            """;

    private static async Task<string> CacheAsync()
    {
        var result = await Cli.Wrap("dotnet").WithArguments("nuget locals global-packages --list").ExecuteBufferedAsync();
        return result.StandardOutput.Split("global-packages:")[1].Trim();
    }

    private void CopySample()
    {
        var source = Path.Combine(Repository.Root, "src/Samples/HelpDesk");
        Copy(source, Sample);
        var project = XDocument.Load(Path.Combine(source, "HelpDesk.csproj"));
        var versions = XDocument
            .Load(Path.Combine(Repository.Root, "src/Directory.Packages.props"))
            .Descendants("PackageVersion")
            .ToDictionary(one => one.Attribute("Include")!.Value, one => one.Attribute("Version")!.Value);
        foreach (var reference in project.Descendants("ProjectReference").ToList())
            reference.ReplaceWith(Package(Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value), Version));
        project.Descendants("PackageReference").Where(one => one.Attribute("Remove") is not null).Remove();
        foreach (var reference in project.Descendants("PackageReference").Where(one => one.Attribute("Version") is null))
            reference.SetAttributeValue("Version", versions[reference.Attribute("Include")!.Value]);
        project.Save(Path.Combine(Sample, "HelpDesk.csproj"));
    }

    private void CopySnippets()
    {
        var folder = Path.Combine(Root, "Snippets");
        Copy(Path.Combine(Sources, "Snippets"), folder);
        var packages = Directory
            .EnumerateFiles(Feed, "*.nupkg")
            .Select(file => Path.GetFileName(file).Replace($".{Version}.nupkg", "", StringComparison.Ordinal))
            .Where(id => id != "AutoResolve.Cli")
            .Select(id => Package(id, Version));
        var others = XDocument
            .Load(Path.Combine(Repository.Root, "src/Directory.Packages.props"))
            .Descendants("PackageVersion")
            .Where(one =>
                one.Attribute("Include")!.Value is "xunit" or "Microsoft.Extensions.TimeProvider.Testing" or "Microsoft.Extensions.Hosting"
            )
            .Select(one => Package(one.Attribute("Include")!.Value, one.Attribute("Version")!.Value));
        new XElement(
            "Project",
            new XAttribute("Sdk", "Microsoft.NET.Sdk"),
            new XElement(
                "PropertyGroup",
                new XElement("TargetFramework", "net10.0"),
                new XElement("Nullable", "enable"),
                new XElement("ImplicitUsings", "enable")
            ),
            new XElement("ItemGroup", packages, others, new XElement("Using", new XAttribute("Include", "Xunit")))
        ).Save(Path.Combine(folder, "Snippets.csproj"));
    }

    private static XElement Package(string id, string version) =>
        new("PackageReference", new XAttribute("Include", id), new XAttribute("Version", version));

    private static void Copy(string source, string target)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(source, file);
            if (
                path.Split(Path.DirectorySeparatorChar)[0] is "bin" or "obj"
                || Path.GetFileName(path).StartsWith("journal.db", StringComparison.Ordinal)
            )
                continue;
            var copy = Path.Combine(target, path);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static async Task DotnetAsync(string folder, IEnumerable<string> arguments, IEnumerable<string> properties)
    {
        var result = await Cli.Wrap("dotnet")
            .WithArguments([.. arguments, .. properties])
            .WithWorkingDirectory(folder)
            .WithEnvironmentVariables(variables => variables.Set("CI", null))
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();
        Assert.True(result.ExitCode == 0, result.StandardOutput + result.StandardError);
    }
}
