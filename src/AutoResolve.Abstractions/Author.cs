using System.Text.Json.Serialization;

namespace AutoResolve;

/// <summary>Who wrote a turn of a case.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Author>))]
public enum Author
{
    /// <summary>The person who has the problem. What is not known to be somebody else's is read so.</summary>
    Customer = 0,

    /// <summary>Somebody of the contact center, often with the person on the line.</summary>
    Agent,

    /// <summary>An office that writes for somebody: a congressional office, an attorney.</summary>
    Official,

    /// <summary>A program: a monitor, an automatic reply.</summary>
    Machine,
}
