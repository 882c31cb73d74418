using System.Reflection;
using System.Xml.Linq;
using AutoResolve.Expressions;
using AutoResolve.Tests.Docs;
using NetArchTest.Rules;

namespace AutoResolve.Tests.Architecture;

public sealed class DirectionTests
{
    private static readonly Assembly Engine = typeof(Rulebook).Assembly;
    private static readonly Assembly[] Libraries = [Engine, typeof(IIssueResolver).Assembly];

    // Reading them takes most of the time.
    private static readonly Types All = Types.InAssemblies(Libraries);

    // Data flows down this list; nothing may look back up from an earlier stage to a later one.
    private static readonly string[] Stages =
    [
        "AutoResolve.Privacy",
        "AutoResolve.PlugIns",
        "AutoResolve.Rules",
        "AutoResolve.Sources",
        "AutoResolve.Expressions",
        "AutoResolve.Matching",
        "AutoResolve.Compiling",
        "AutoResolve.Conversations",
        "AutoResolve.Decisions",
        "AutoResolve.Facts",
        "AutoResolve.Journaling",
        "AutoResolve.Actions",
        "AutoResolve.Cases",
        "AutoResolve.Reading",
        "AutoResolve.Testing",
    ];

    public static TheoryData<string, string> Backwards()
    {
        var pairs = new TheoryData<string, string>();
        for (var earlier = 0; earlier < Stages.Length; earlier++)
        {
            for (var later = earlier + 1; later < Stages.Length; later++)
                pairs.Add(Stages[earlier], Stages[later]);
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(Backwards))]
    public void Stage_DoesNotDependOn_LaterStage(string stage, string later)
    {
        var result = All.That().ResideInNamespace(stage).ShouldNot().HaveDependencyOn(later).GetResult();

        Assert.True(result.IsSuccessful, $"{stage} depends on {later}: {string.Join(", ", result.FailingTypeNames ?? [])}");
    }

    [Theory]
    [InlineData("AutoResolve.Privacy")]
    [InlineData("AutoResolve.PlugIns")]
    [InlineData("AutoResolve.Rules")]
    [InlineData("AutoResolve.Sources")]
    [InlineData("AutoResolve.Expressions")]
    [InlineData("AutoResolve.Matching")]
    [InlineData("AutoResolve.Decisions")]
    [InlineData("AutoResolve.Journaling")]
    public void Stage_DoesNotDependOn_Facade(string stage)
    {
        var facade = typeof(IIssueResolver)
            .Assembly.GetTypes()
            .Where(type => type.Namespace is "AutoResolve" or "Microsoft.Extensions.DependencyInjection")
            .Where(type => !type.Name.StartsWith('<'))
            .Concat([typeof(Rulebook), typeof(RulebookBuilder), typeof(Evaluation)])
            .Select(type => type.FullName!)
            .ToArray();
        Assert.Contains(typeof(Rulebook).FullName, facade);

        var result = All.That().ResideInNamespace(stage).ShouldNot().HaveDependencyOnAny(facade).GetResult();

        Assert.True(result.IsSuccessful, $"{stage} depends on the facade: {string.Join(", ", result.FailingTypeNames ?? [])}");
    }

    [Theory]
    [InlineData("Fluid", "AutoResolve.Decisions")]
    [InlineData("Newtonsoft.Json", "AutoResolve.Json", "AutoResolve.Rules", "AutoResolve.Decisions")]
    [InlineData("Polly", "AutoResolve.Actions")]
    public void Package_IsUsedOnlyIn_ItsStage(string package, params string[] stages)
    {
        var users = All.That().HaveDependencyOn(package).GetTypes().Select(type => type.FullName!).ToList();

        Assert.NotEmpty(users);
        Assert.All(users, user => Assert.Contains(stages, stage => user.StartsWith(stage + ".", StringComparison.Ordinal)));
    }

    [Fact]
    public void Abstractions_DependOn_BaseClassLibraryAndLoggingOnly()
    {
        var references = typeof(Issue).Assembly.GetReferencedAssemblies().Select(reference => reference.Name!);

        Assert.All(references, name =>
            Assert.True(name.StartsWith("System.", StringComparison.Ordinal) || name == "Microsoft.Extensions.Logging.Abstractions", name)
        );
    }

    [Fact]
    public void Engine_DependsOn_ItsTwoPackagesOnly()
    {
        // The last two come with Fluid.Core.
        string[] packages = ["Newtonsoft.Json", "Fluid", "Parlot", "Microsoft.Extensions.Primitives"];
        var references = Engine.GetReferencedAssemblies().Select(reference => reference.Name!);

        Assert.All(references, name =>
            Assert.True(
                name.StartsWith("System.", StringComparison.Ordinal)
                    || name.StartsWith("Microsoft.Win32.", StringComparison.Ordinal)
                    || name == "AutoResolve.Abstractions"
                    || packages.Contains(name),
                name
            )
        );
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void RulesEngine_ComesWith_ItsOwnPackageAndTheToolOnly(string project)
    {
        var comesWithIt = Closure(project).Any(one => References(one, "PackageReference").Contains("RulesEngine"));

        Assert.Equal(project is "AutoResolve.RulesEngine" or "AutoResolve.Cli", comesWithIt);
    }

    public static TheoryData<string> Projects() =>
        [
            .. Directory
                .EnumerateDirectories(Path.Combine(Repository.Root, "src"), "AutoResolve*")
                .Select(folder => Path.GetFileName(folder))
                .Where(name => File.Exists(FileOf(name)))
                .Order(StringComparer.Ordinal),
        ];

    private static IEnumerable<string> Closure(string project) =>
        References(project, "ProjectReference")
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .SelectMany(Closure)
            .Prepend(project)
            .Distinct();

    private static IEnumerable<string> References(string project, string kind) =>
        XDocument.Load(FileOf(project)).Descendants(kind).Select(reference => reference.Attribute("Include")!.Value);

    private static string FileOf(string project) => Path.Combine(Repository.Root, "src", project, $"{project}.csproj");

    [Fact]
    public void PublicTypes_AreSealed_UnlessTheyAreContractsOrClosedFamilies()
    {
        var open = Libraries
            .Prepend(typeof(Issue).Assembly)
            .Append(typeof(RulesEngineExpressions).Assembly)
            .SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => type is { IsClass: true, IsSealed: false } && !IsClosedFamily(type))
            .Select(type => type.FullName);

        Assert.Empty(open);
    }

    // Nobody else can add to it: each of its constructors is for its assembly, but for that by which records are copied.
    private static bool IsClosedFamily(Type type) =>
        type.IsAbstract
        && type.GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)
            .All(constructor =>
                constructor.IsFamilyAndAssembly || constructor.GetParameters() is [{ ParameterType: var copied }] && copied == type
            );
}
