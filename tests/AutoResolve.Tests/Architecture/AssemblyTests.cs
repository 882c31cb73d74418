using System.Xml.Linq;
using AutoResolve.Tests.Docs;

namespace AutoResolve.Tests.Architecture;

/// <summary>Which assembly may know which, and which package comes with it, as the project files say it.</summary>
public sealed class AssemblyTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["AutoResolve.Abstractions"] = ["Microsoft.Extensions.Logging.Abstractions"],
        ["AutoResolve.Engine"] = ["AutoResolve.Abstractions", "Fluid.Core", "Microsoft.Extensions.Primitives", "Newtonsoft.Json"],
        ["AutoResolve.RulesEngine"] = ["AutoResolve.Engine", "RulesEngine"],
        ["AutoResolve"] =
        [
            "AutoResolve.Abstractions",
            "AutoResolve.Engine",
            "Microsoft.Extensions.*",
            "Newtonsoft.Json",
            "Polly.Core",
            "System.Threading.RateLimiting",
        ],
        ["AutoResolve.Sqlite"] = ["AutoResolve", "Dapper", "Microsoft.Data.Sqlite"],
        ["AutoResolve.Postgres"] = ["AutoResolve", "Dapper", "Npgsql"],
        ["AutoResolve.Intake"] = ["AutoResolve.Engine", "CsvHelper", "ExcelDataReader", "MimeKit"],
        ["AutoResolve.Insights"] =
        [
            "AutoResolve",
            "AutoResolve.Intake",
            "Fluid.Core",
            "MathNet.Numerics",
            "Microsoft.Extensions.FileProviders.Embedded",
        ],
        ["AutoResolve.RabbitMQ"] = ["AutoResolve", "AutoResolve.Intake", "RabbitMQ.Client"],
        ["AutoResolve.Testing"] = ["AutoResolve"],
        ["AutoResolve.Cli"] = ["AutoResolve*", "Microsoft.Extensions.DependencyInjection", "Spectre.Console", "System.CommandLine"],
    };

    public static TheoryData<string> Projects =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Repository.Root, "src"), "AutoResolve*.csproj", SearchOption.AllDirectories)
                .Select(file => Path.GetFileNameWithoutExtension(file)),
        ];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_KnowsOnly_WhatItMay(string project)
    {
        Assert.True(Allowed.TryGetValue(project, out var allowed), $"{project} is not in the list: say what it may know.");

        Assert.All(ReferencesOf(project), name => Assert.True(allowed!.Any(pattern => Fits(name, pattern)), $"{project} knows {name}."));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Internals_AreSeenOnlyBy_TestsAndBenchmarks(string project)
    {
        var seers = Elements(FileOf(project), "InternalsVisibleTo");

        Assert.All(seers, name =>
            Assert.True(
                name.EndsWith(".Tests", StringComparison.Ordinal) || name is "AutoResolve.Benchmarks" or "AutoResolve.Oracles",
                $"{name} sees the internals of {project}."
            )
        );
    }

    private static bool Fits(string name, string pattern) =>
        pattern.EndsWith('*') ? name.StartsWith(pattern[..^1], StringComparison.Ordinal) : name == pattern;

    private static IEnumerable<string> ReferencesOf(string project)
    {
        var files = Elements(FileOf(project), "Import", "Project")
            .Select(import => Path.Combine(Path.GetDirectoryName(FileOf(project))!, import))
            .Prepend(FileOf(project));
        return files.SelectMany(file =>
            Elements(file, "PackageReference")
                .Concat(Elements(file, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path)))
        );
    }

    private static string FileOf(string project) => Path.Combine(Repository.Root, "src", project, $"{project}.csproj");

    private static List<string> Elements(string file, string element, string attribute = "Include") =>
        [
            .. XDocument
                .Load(file)
                .Descendants(element)
                .Select(found => found.Attribute(attribute)?.Value.Replace('\\', '/'))
                .OfType<string>(),
        ];
}
