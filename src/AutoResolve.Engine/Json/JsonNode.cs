namespace AutoResolve.Json;

/// <summary>A value of a JSON text, from <paramref name="Start"/> to before <paramref name="End"/>.</summary>
internal abstract record JsonNode(SourceText Source, JsonPath Path, int Start, int End)
{
    /// <summary>What a rule author calls this kind of value: "a text".</summary>
    public abstract string Kind { get; }

    public SourceLocation Location => Source.Locate(Start, Path);

    /// <summary>The value as it is written in the file.</summary>
    public string Raw => Source.Text[Start..End];
}

/// <summary>An object. A key that stands twice is twice in <paramref name="Properties"/>.</summary>
internal sealed record JsonObject(JsonProperty[] Properties, SourceText Source, JsonPath Path, int Start, int End)
    : JsonNode(Source, Path, Start, End)
{
    public override string Kind => "an object";

    /// <summary>The first property of that key.</summary>
    public JsonProperty? Find(string key)
    {
        foreach (var property in Properties)
        {
            if (property.Key == key)
                return property;
        }

        return null;
    }
}

/// <summary>A key and its value. <paramref name="Start"/> is where the key begins.</summary>
internal sealed record JsonProperty(string Key, int Start, JsonNode Value)
{
    /// <summary>Where the key stands.</summary>
    public SourceLocation Location => Value.Source.Locate(Start, Value.Path);
}

/// <summary>A list.</summary>
internal sealed record JsonArray(JsonNode[] Items, SourceText Source, JsonPath Path, int Start, int End)
    : JsonNode(Source, Path, Start, End)
{
    public override string Kind => "a list";
}

/// <summary>A text.</summary>
internal sealed record JsonString(string Value, SourceText Source, JsonPath Path, int Start, int End) : JsonNode(Source, Path, Start, End)
{
    public override string Kind => "a text";

    /// <summary>Whether values of a row were put into what is written.</summary>
    public bool IsFilled { get; init; }

    public Located<string> Located => new(Value, Location) { Literal = Literal };

    private string? Literal
    {
        get
        {
            if (IsFilled)
                return Json.Located.Elsewhere;
            return End - Start == Value.Length + 2 ? null : Raw;
        }
    }
}

/// <summary>A number.</summary>
internal sealed record JsonNumber(decimal Value, SourceText Source, JsonPath Path, int Start, int End) : JsonNode(Source, Path, Start, End)
{
    public override string Kind => "a number";
}

/// <summary><c>true</c> or <c>false</c>.</summary>
internal sealed record JsonBoolean(bool Value, SourceText Source, JsonPath Path, int Start, int End) : JsonNode(Source, Path, Start, End)
{
    public override string Kind => Value ? "true" : "false";
}

/// <summary><c>null</c>.</summary>
internal sealed record JsonNull(SourceText Source, JsonPath Path, int Start, int End) : JsonNode(Source, Path, Start, End)
{
    public override string Kind => "null";
}
