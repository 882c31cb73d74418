using Fluid;
using Fluid.Ast;
using Fluid.Values;

namespace AutoResolve.Decisions.Templates;

/// <summary>What a template of a parameter prints, between marks, so that <see cref="AddressText"/> can tell it from what the rule's author
/// wrote.</summary>
/// <param name="printed">What is printed.</param>
/// <param name="isEncoded">Whether the template encodes it itself.</param>
internal sealed class PrintedExpression(Expression printed, bool isEncoded) : Expression
{
    public override async ValueTask<FluidValue> EvaluateAsync(TemplateContext context)
    {
        var value = await printed.EvaluateAsync(context).ConfigureAwait(false);
        return new StringValue(AddressText.Mark(value.ToStringValue(), isEncoded));
    }
}
