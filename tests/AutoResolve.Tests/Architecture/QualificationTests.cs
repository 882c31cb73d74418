using AutoResolve.Tests.Docs;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoResolve.Tests.Architecture;

/// <summary>The one rule of style that a build does not check (IDE0003): members are not qualified.</summary>
public sealed class QualificationTests
{
    private static readonly string[] Folders = ["src", "tests", "benchmarks"];

    [Fact]
    public void Sources_OwnMembers_AreNotQualified()
    {
        var files = Folders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(folder => folder is "bin" or "obj"))
            .ToList();

        Assert.NotEmpty(files);
        Assert.Empty(
            files.SelectMany(file =>
                QualifiedIn(File.ReadAllText(file)).Select(line => $"{Path.GetRelativePath(Repository.Root, file)}:{line}")
            )
        );
    }

    // What cannot fail proves nothing.
    [Theory]
    [InlineData("int b; int C() => this.b;", true)]
    [InlineData("int B { get; } int C() => this.B;", true)]
    [InlineData("void B() { this.B(); }", true)]
    [InlineData("int b; int C() => b;", false)]
    [InlineData("int C() => this.First();", false)]
    [InlineData("A C() => this;", false)]
    public void Member_Qualified_IsFound(string members, bool isFound) =>
        Assert.Equal(isFound, QualifiedIn($"class A {{ {members} }}").Any());

    // An extension of the type itself is called no other way; it is not declared there.
    private static IEnumerable<int> QualifiedIn(string source) =>
        source.Contains("this.", StringComparison.Ordinal)
            ? CSharpSyntaxTree
                .ParseText(source)
                .GetRoot()
                .DescendantNodes()
                .OfType<MemberAccessExpressionSyntax>()
                .Where(access => access.Expression is ThisExpressionSyntax && Declares(access, access.Name.Identifier.ValueText))
                .Select(access => access.GetLocation().GetLineSpan().StartLinePosition.Line + 1)
            : [];

    private static bool Declares(MemberAccessExpressionSyntax access, string name) =>
        access.Ancestors().OfType<TypeDeclarationSyntax>().First().Members.SelectMany(Names).Contains(name);

    private static IEnumerable<string> Names(MemberDeclarationSyntax member) =>
        member switch
        {
            MethodDeclarationSyntax method => [method.Identifier.ValueText],
            PropertyDeclarationSyntax property => [property.Identifier.ValueText],
            BaseFieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => variable.Identifier.ValueText),
            _ => [],
        };
}
