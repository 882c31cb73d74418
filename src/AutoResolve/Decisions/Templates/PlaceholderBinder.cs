using Fluid;
using Fluid.Ast;

namespace AutoResolve.Decisions.Templates;

/// <summary>Puts <see cref="PlaceholderExpression"/> in the place of every placeholder of a parsed template.</summary>
internal sealed class PlaceholderBinder(TemplateSurvey survey) : AstRewriter
{
    public static IFluidTemplate Bind(IFluidTemplate template, TemplateSurvey survey) => new PlaceholderBinder(survey).VisitTemplate(template);

    protected override Expression VisitMemberExpression(MemberExpression memberExpression) =>
        new PlaceholderExpression(TemplateSurvey.NameOf(memberExpression), survey.Requires(memberExpression));
}
