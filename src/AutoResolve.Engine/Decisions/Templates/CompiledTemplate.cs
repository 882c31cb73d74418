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

    private IFluidTemplate? _marked;

    /// <summary>The values that it prints or tests.</summary>
    public IReadOnlyList<string> Placeholders { get; init; } = [];

    /// <summary>The facts that it prints or tests.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];

    public string Render(TemplateValues values) => template is null ? source : template.Render(values.CreateContext());

    /// <summary>The text as an action's parameter: what is printed into an address stays in the part of it in which it stands, or counts
    /// as missing.</summary>
    public string RenderParameter(TemplateValues values)
    {
        if (template is null)
            return source;
        _marked ??= ParameterBinder.Bind(template);
        if (AddressText.Settle(_marked.Render(values.CreateContext())) is { } text)
            return text;
        foreach (var placeholder in Placeholders)
            values.NoteMissing(placeholder);
        return "";
    }

    /// <summary>The text as a channel wants it.</summary>
    public string Encode(TemplateValues values, AnswerFormat format) =>
        template is null ? _encoded[(int)format] ??= AnswerEncoder.Encode(source, format) : AnswerEncoder.Encode(Render(values), format);
}
