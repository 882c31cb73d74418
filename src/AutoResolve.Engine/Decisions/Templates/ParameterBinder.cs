using Fluid;
using Fluid.Ast;

namespace AutoResolve.Decisions.Templates;

/// <summary>Marks what a parsed template prints.</summary>
internal sealed class ParameterBinder : AstRewriter
{
    private const string Encoding = "url_encode";

    public static IFluidTemplate Bind(IFluidTemplate template) => new ParameterBinder().VisitTemplate(template);

    protected override Statement VisitOutputStatement(OutputStatement outputStatement) =>
        new OutputStatement(new PrintedExpression(outputStatement.Expression, IsEncoded(outputStatement.Expression)));

    /// <summary>Whether a value passes a filter that encodes it.</summary>
    public static bool IsEncoded(Expression expression) =>
        expression is FilterExpression filter && (filter.Name == Encoding || IsEncoded(filter.Input));
}
