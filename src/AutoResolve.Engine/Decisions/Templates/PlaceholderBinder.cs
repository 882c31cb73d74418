using Fluid;
using Fluid.Ast;
using Fluid.Values;

namespace AutoResolve.Decisions.Templates;

/// <summary>
/// Puts the value in the place of every contact of a parsed template, and <see cref="PlaceholderExpression"/> in that of every other
/// placeholder.
/// </summary>
internal sealed class PlaceholderBinder(TemplateSurvey survey, IReadOnlyDictionary<string, string> contacts) : AstRewriter
{
    public static IFluidTemplate Bind(IFluidTemplate template, TemplateSurvey survey, IReadOnlyDictionary<string, string> contacts) =>
        new PlaceholderBinder(survey, contacts).VisitTemplate(template);

    protected override Expression VisitMemberExpression(MemberExpression memberExpression)
    {
        var name = TemplateSurvey.NameOf(memberExpression);
        return TemplateValues.ContactOf(name) is { } contact && contacts.TryGetValue(contact, out var value)
            ? new LiteralExpression(new StringValue(value))
            : new PlaceholderExpression(name, survey.Requires(memberExpression));
    }
}
