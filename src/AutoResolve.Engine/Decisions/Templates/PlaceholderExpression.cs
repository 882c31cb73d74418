using Fluid;
using Fluid.Ast;
using Fluid.Values;

namespace AutoResolve.Decisions.Templates;

/// <summary>A placeholder that reads <see cref="TemplateValues"/> itself, so that no name has a meaning of Liquid's own.</summary>
/// <param name="placeholder">Its name, as <c>issue.fields.userId</c>.</param>
/// <param name="required">Whether the text cannot be sent without the value.</param>
internal sealed class PlaceholderExpression(string placeholder, bool required) : Expression
{
    public override ValueTask<FluidValue> EvaluateAsync(TemplateContext context)
    {
        var values = TemplateValues.Of(context);
        if (values.Find(placeholder) is { } value)
            return new ValueTask<FluidValue>(new StringValue(value));
        if (required)
            values.NoteMissing(placeholder);
        return new ValueTask<FluidValue>(NilValue.Instance);
    }
}
