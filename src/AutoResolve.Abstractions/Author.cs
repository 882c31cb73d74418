using System.Text.Json.Serialization;

namespace AutoResolve;

/// <summary>Who wrote a turn of a case.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Author>))]
public enum Author
{
    /// <summary>
    /// Not said. The channel may say it (<c>AutoResolveOptions.ChannelAuthors</c>); else it is taken for a customer.
    /// </summary>
    Unknown = 0,

    /// <summary>The person who has the problem.</summary>
    Customer,

    /// <summary>Somebody of the contact center, often with the person on the line.</summary>
    Agent,

    /// <summary>An office that writes for somebody: a congressional office, an attorney.</summary>
    Official,

    /// <summary>A program: a monitor, an automatic reply.</summary>
    Machine,
}
