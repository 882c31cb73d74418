using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace AutoResolve.Journaling;

/// <summary>The JSON of journal entries.</summary>
internal static class JournalJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,

        // Not defaults: a required zero or false that is left out cannot be read back.
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new PlainValueConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutEmpty } },
    };

    public static string Write<T>(T content) => JsonSerializer.Serialize(content, Options);

    /// <returns>Null where the row is not of this form.</returns>
    public static CaseContent? TryReadCase(CaseRecord record)
    {
        try
        {
            return JsonSerializer.Deserialize<CaseContent>(record.Content, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <exception cref="JournalException">The entry is not of this form.</exception>
    public static T Read<T>(JournalEntry entry)
        where T : class =>
        TryRead<T>(entry)
        ?? throw new JournalException(
            $"Entry {entry.Sequence} of the journal ({entry.Kind}) cannot be read. It was written by another "
                + $"version, or the journal is damaged."
        );

    /// <returns>Null where the entry is not of this form.</returns>
    public static T? TryRead<T>(JournalEntry entry)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(entry.Content, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Most lists of most entries are empty, and are so again where nothing is read into them; those of constructors would be null.
    private static void LeaveOutEmpty(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (
                property is { IsRequired: false, AssociatedParameter: null }
                && typeof(IEnumerable).IsAssignableFrom(property.PropertyType)
                && property.PropertyType != typeof(string)
            )
                property.ShouldSerialize = static (_, value) => value is not null and not ICollection { Count: 0 };
        }
    }
}
