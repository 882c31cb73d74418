using System.Text.Json.Serialization;

namespace AutoResolve;

/// <summary>How far a delivery has come.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DispositionStatus>))]
public enum DispositionStatus
{
    /// <summary>It was decided, and what was decided has been done or handed over.</summary>
    Done = 0,

    /// <summary>It was delivered before and has ended; nothing was done this time.</summary>
    Duplicate,

    /// <summary>It adds no words, and no field that a rule or a question reads: it was written down and not decided.</summary>
    Recorded,

    /// <summary>Its case is being worked on, here or in another host, and has not ended. Deliver it again later.</summary>
    UnderWay,

    /// <summary>
    /// It is a turn of a case that is not known yet. It waits for its case, and goes to a person where that does not come.
    /// </summary>
    Waiting,
}
