namespace AutoResolve.Rules.Json;

/// <summary>A value of a JSON text, from <paramref name="Start"/> to before <paramref name="End"/>.</summary>
internal abstract record JsonNode(SourceText Source, JsonPath Path, int Start, int End)
{
    /// <summary>What a rule author calls this kind of value: "a text".</summary>
    public abstract string Kind { get; }

    public SourceLocation Location => Source.Locate(Start, Path);

    /// <summary>The value as it is written in the file.</summary>
    public string Raw => Source.Text[Start..End];
}
