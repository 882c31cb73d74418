namespace AutoResolve.Intake.Messages;

/// <summary>What a queue carries about a case: a CloudEvent (1.0) in the JSON format, as message.schema.json says it, or in binary mode,
/// with the same data.</summary>
/// <remarks>Its type has the version of the format. What this version does not know is refused, and never taken for something else: so
/// update those who read before those who write.</remarks>
public abstract record CaseMessage
{
    private const int MaxShown = 300;

    private protected CaseMessage() { }

    /// <summary>The content type of a message.</summary>
    public const string ContentType = "application/cloudevents+json";

    /// <summary>Identifies the message at its <see cref="Source"/>; the same again is the same message.</summary>
    public required string Id { get; init; }

    /// <summary>Who sends it, as a URI reference: <c>/help-desk</c>.</summary>
    public required string Source { get; init; }

    /// <summary>When it was sent; null where it does not say.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>The trace that it is part of, as W3C Trace Context says it; null for none.</summary>
    public string? TraceParent { get; init; }

    /// <summary>What makers of traces add to it; null for nothing.</summary>
    public string? TraceState { get; init; }

    /// <summary>The case.</summary>
    public CaseReference Case =>
        this switch
        {
            IssueMessage issue => CaseReference.Of(issue.Issue),
            TurnMessage turn => turn.Reference,
            EventMessage happened => happened.Reference,
            _ => throw new InvalidOperationException("There is no other kind of message."),
        };

    /// <summary>Reads a message.</summary>
    /// <param name="json">UTF-8.</param>
    /// <exception cref="BadMessageException">It is none; the message says why and what to do, and quotes nothing that a person
    /// wrote.</exception>
    public static CaseMessage Read(ReadOnlyMemory<byte> json) => MessageJson.Read(json);

    /// <summary>Reads a message in binary mode, whose attributes stand beside its data.</summary>
    /// <param name="attributes">The attributes by their names, such as <c>specversion</c>, without the prefix that a protocol gives
    /// them.</param>
    /// <param name="data">The data, as JSON in UTF-8.</param>
    /// <exception cref="BadMessageException">It is none; the message says why and what to do, and quotes nothing that a person
    /// wrote.</exception>
    public static CaseMessage Read(IReadOnlyDictionary<string, string> attributes, ReadOnlyMemory<byte> data)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        return MessageJson.Read(attributes, data);
    }

    /// <summary>Writes it, as UTF-8.</summary>
    public byte[] ToJson() => MessageJson.Write(this);

    /// <summary>The JSON schema of messages.</summary>
    public static string Schema() => MessageJson.Schema();

    // It is logged, and what it holds is what somebody wrote.
    /// <inheritdoc />
    public sealed override string ToString() => SafeText.Start($"{GetType().Name} {Id} about {Case}", MaxShown);
}

/// <summary>An issue that begins a case, or the whole of one. Type <c>autoresolve.issue.v1</c>.</summary>
/// <param name="Issue">The issue with its turns.</param>
public sealed record IssueMessage(Issue Issue) : CaseMessage;

/// <summary>One more turn of a case. Type <c>autoresolve.turn.v1</c>.</summary>
/// <param name="Reference">The case.</param>
/// <param name="Turn">The turn.</param>
public sealed record TurnMessage(CaseReference Reference, Turn Turn) : CaseMessage;

/// <summary>What happened to a case outside of automation. Type <c>autoresolve.event.v1</c>.</summary>
/// <param name="Reference">The case.</param>
/// <param name="Happened">What happened.</param>
public sealed record EventMessage(CaseReference Reference, CaseEvent Happened) : CaseMessage;
