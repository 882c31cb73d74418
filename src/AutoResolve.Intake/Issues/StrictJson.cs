using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Intake.Issues;

/// <summary>How JSON input is read: texts stay texts, numbers stay as written, nesting is bounded.</summary>
internal static class StrictJson
{
    private const int MaxDepth = 64;

    public static readonly JsonLoadSettings Settings = new() { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error };

    public static JsonTextReader Open(TextReader reader) =>
        new(reader)
        {
            CloseInput = false,
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Decimal,
            MaxDepth = MaxDepth,
            SupportMultipleContent = true,
        };

    /// <summary>The reader's complaint without its own account of the position.</summary>
    public static string Explain(JsonReaderException exception)
    {
        var message = exception.Message;
        var end = message.IndexOf(" Path '", StringComparison.Ordinal);
        return SafeText.Start(end > 0 ? message[..end] : message, 200).TrimEnd('.', ',') + '.';
    }
}
