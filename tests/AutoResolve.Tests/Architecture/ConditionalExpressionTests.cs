using AutoResolve.Tests.Docs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoResolve.Tests.Architecture;

public sealed class ConditionalExpressionTests
{
    [Fact]
    public void Sources_Conditionals_AreNotNested()
    {
        var files = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(folder => folder is "bin" or "obj"))
            .ToList();

        Assert.NotEmpty(files);
        Assert.Empty(
            files.SelectMany(file =>
                NestedIn(File.ReadAllText(file)).Select(line => $"{Path.GetRelativePath(Repository.Root, file)}:{line}")
            )
        );
    }

    // What cannot fail proves nothing.
    [Theory]
    [InlineData("a ? b : c ? d : e", true)]
    [InlineData("a ? (b ? c : d) : e", true)]
    [InlineData("(a ? b : c) ? d : e", true)]
    [InlineData("a ? $\"{(b ? c : d)}\" : e", true)]
    [InlineData("a ? F(b ? c : d) : e", true)]
    [InlineData("a ? b : c", false)]
    [InlineData("$\"{(a ? b : c)}{(d ? e : f)}\"", false)]
    [InlineData("a ? list.Select(one => one ? b : c) : d", false)]
    [InlineData("a ? new B { C = d ? e : f } : null", false)]
    public void Conditional_Nested_IsFound(string expression, bool isNested) =>
        Assert.Equal(isNested, NestedIn($"class A {{ object B() => {expression}; }}").Any());

    // A lambda and a value of an initializer are expressions of their own.
    private static IEnumerable<int> NestedIn(string source) =>
        CSharpSyntaxTree
            .ParseText(source)
            .GetRoot()
            .DescendantNodes()
            .OfType<ConditionalExpressionSyntax>()
            .Where(conditional =>
                conditional.Ancestors().TakeWhile(node => !IsOfItsOwn(node)).Any(node => node is ConditionalExpressionSyntax)
            )
            .Select(conditional => conditional.GetLocation().GetLineSpan().StartLinePosition.Line + 1);

    private static bool IsOfItsOwn(SyntaxNode node) =>
        node is AnonymousFunctionExpressionSyntax or AssignmentExpressionSyntax or StatementSyntax or MemberDeclarationSyntax;
}
