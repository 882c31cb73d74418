using Fluid;

namespace AutoResolve.Decisions.Templates;

/// <summary>A template ready to be rendered.</summary>
/// <param name="Template">The parsed template; null where the text is plain.</param>
/// <param name="Source">The text as its author wrote it.</param>
internal sealed record CompiledTemplate(IFluidTemplate? Template, string Source)
{
    public static readonly CompiledTemplate Empty = new(null, "");

    /// <summary>The facts that it prints or tests.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];

    public string Render(TemplateValues values) => Template is null ? Source : Template.Render(values.CreateContext());
}
