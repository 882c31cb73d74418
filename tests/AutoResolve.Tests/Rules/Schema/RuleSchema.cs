using NJsonSchema;

namespace AutoResolve.Tests.Rules.Schema;

/// <summary>The schema for editors, as the library holds it.</summary>
internal static class RuleSchema
{
    public static readonly string Text = Load();

    private static readonly JsonSchema Schema = JsonSchema.FromJsonAsync(Text).GetAwaiter().GetResult();

    /// <summary>What the schema finds wrong, one problem a line.</summary>
    public static string Problems(string json) => string.Join('\n', Schema.Validate(json).Select(error => error.ToString()));

    private static string Load()
    {
        using var stream = typeof(Rulebook).Assembly.GetManifestResourceStream("autoresolve.schema.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
