using Fluid;

namespace AutoResolve.Decisions.Templates;

/// <summary>A template ready to be rendered.</summary>
/// <param name="template">The parsed template; null where the text says the same of every issue.</param>
/// <param name="source">The text as its author wrote it, or what it always says.</param>
internal sealed class CompiledTemplate(IFluidTemplate? template, string source)
{
    public static readonly CompiledTemplate Empty = new(null, "");

    // By format, of a text that is always the same. Two threads may both encode it, to the same end.
    private readonly string?[] _encoded = new string?[Enum.GetValues<AnswerFormat>().Length];

    /// <summary>The facts that it prints or tests.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];

    public string Render(TemplateValues values) => template is null ? source : template.Render(values.CreateContext());

    /// <summary>The text as an action's parameter: what is printed into an address stays in the part of it in which it stands.</summary>
    public string RenderParameter(TemplateValues values) =>
        template is not null && IsAddress(source) ? template.Render(values.CreateContext(), AddressPartEncoder.Instance) : Render(values);

    private static bool IsAddress(string text) =>
        text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    /// <summary>The text as a channel wants it.</summary>
    public string Encode(TemplateValues values, AnswerFormat format) =>
        template is null ? _encoded[(int)format] ??= AnswerEncoder.Encode(source, format) : AnswerEncoder.Encode(Render(values), format);
}
