namespace AutoResolve.Decisions.Templates;

/// <summary>The text of a template: how much stands in it, and where.</summary>
internal readonly record struct TemplateSource(string Text)
{
    private const int MaxTextLength = 10_000;
    private const int MaxTags = 100;
    private const int MaxPlaceholders = 200;
    private const int MaxBrackets = 100;

    public bool IsPlain => !Text.Contains("{{", StringComparison.Ordinal) && !Text.Contains("{%", StringComparison.Ordinal);

    /// <summary>What is too much, or null. The parser is recursive: what may nest is counted before it sees the text.</summary>
    public string? Excess()
    {
        if (Text.Length > MaxTextLength)
            return $"This text has {Text.Length} characters; at most {MaxTextLength} are allowed. Shorten it, or link to a page.";
        if (IsPlain)
            return null;
        if (Text.AsSpan().Count("{%") > MaxTags)
            return $"This text has more than {MaxTags} tags ({{% … %}}). Split it into several rules.";
        if (Text.AsSpan().Count("{{") > MaxPlaceholders)
            return $"This text has more than {MaxPlaceholders} placeholders ({{{{ … }}}}). Shorten it.";
        return Text.AsSpan().Count('(') + Text.AsSpan().Count('[') > MaxBrackets
            ? $"This text has placeholders or tags and more than {MaxBrackets} opening brackets. Shorten it."
            : null;
    }

    /// <summary>
    /// Where a name first stands as a whole inside a placeholder or tag; where the first of them begins, if the name is written
    /// otherwise.
    /// </summary>
    public int Find(string name)
    {
        for (
            var index = Text.IndexOf(name, StringComparison.Ordinal);
            index >= 0;
            index = Text.IndexOf(name, index + 1, StringComparison.Ordinal)
        )
        {
            if (IsInsideTag(index) && !IsNamePart(index - 1) && !IsNamePart(index + name.Length))
                return index;
        }

        var placeholder = Text.IndexOf("{{", StringComparison.Ordinal);
        var tag = Text.IndexOf("{%", StringComparison.Ordinal);
        return placeholder < 0 || (tag >= 0 && tag < placeholder) ? Math.Max(0, tag) : placeholder;
    }

    private bool IsInsideTag(int index)
    {
        var before = Text.AsSpan(0, index);
        var opened = Math.Max(before.LastIndexOf("{{"), before.LastIndexOf("{%"));
        return opened >= 0 && opened >= Math.Max(before.LastIndexOf("}}"), before.LastIndexOf("%}"));
    }

    private bool IsNamePart(int index) =>
        index >= 0 && index < Text.Length && (char.IsLetterOrDigit(Text[index]) || Text[index] is '_' or '.' or '-');
}
