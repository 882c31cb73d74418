using System.Reflection;
using NetArchTest.Rules;

namespace AutoResolve.Tests.Architecture;

public sealed class DirectionTests
{
    private static readonly Assembly[] Libraries = [typeof(Rulebook).Assembly, typeof(IIssueResolver).Assembly];

    // Data flows down this list; nothing may look back up from an earlier stage to a later one.
    private static readonly string[] Stages =
    [
        "AutoResolve.Privacy",
        "AutoResolve.PlugIns",
        "AutoResolve.Rules",
        "AutoResolve.Sources",
        "AutoResolve.Compiling",
        "AutoResolve.Conversations",
        "AutoResolve.Decisions",
        "AutoResolve.Facts",
        "AutoResolve.Journaling",
        "AutoResolve.Actions",
        "AutoResolve.Cases",
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
        var result = Types.InAssemblies(Libraries).That().ResideInNamespace(stage).ShouldNot().HaveDependencyOn(later).GetResult();

        Assert.True(result.IsSuccessful, $"{stage} depends on {later}: {string.Join(", ", result.FailingTypeNames ?? [])}");
    }

    [Theory]
    [InlineData("AutoResolve.Privacy")]
    [InlineData("AutoResolve.PlugIns")]
    [InlineData("AutoResolve.Rules")]
    [InlineData("AutoResolve.Sources")]
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

        var result = Types.InAssemblies(Libraries).That().ResideInNamespace(stage).ShouldNot().HaveDependencyOnAny(facade).GetResult();

        Assert.True(result.IsSuccessful, $"{stage} depends on the facade: {string.Join(", ", result.FailingTypeNames ?? [])}");
    }

    [Theory]
    [InlineData("RulesEngine", "AutoResolve.Matching.Expressions")]
    [InlineData("Fluid", "AutoResolve.Decisions")]
    [InlineData("Microsoft.Extensions.ObjectPool", "AutoResolve.Index")]
    [InlineData("Newtonsoft.Json", "AutoResolve.Json", "AutoResolve.Rules", "AutoResolve.Decisions")]
    public void Package_IsUsedOnlyIn_ItsStage(string package, params string[] stages)
    {
        var users = Types.InAssemblies(Libraries).That().HaveDependencyOn(package).GetTypes().Select(type => type.FullName!).ToList();

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
    public void PublicTypes_AreSealed_UnlessTheyAreContracts()
    {
        var open = Libraries
            .Prepend(typeof(Issue).Assembly)
            .SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => type is { IsClass: true, IsSealed: false })
            .Select(type => type.FullName);

        Assert.Empty(open);
    }
}
