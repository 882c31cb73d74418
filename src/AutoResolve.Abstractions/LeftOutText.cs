using System.Text.Json.Serialization;

namespace AutoResolve;

/// <summary>A part of what was written that rules did not read, since it is not the writer's own words.</summary>
public sealed record LeftOutText
{
    /// <summary>The id of the turn; null for the issue's own text.</summary>
    public string? Turn { get; init; }

    /// <summary>Where it begins in the text, in UTF-16 units.</summary>
    public required int Start { get; init; }

    /// <summary>How long it is, in UTF-16 units.</summary>
    public required int Length { get; init; }

    /// <summary>What it is taken for.</summary>
    public required LeftOutKind Kind { get; init; }

    /// <summary>By what it was known.</summary>
    public required LeftOutReason Reason { get; init; }

    /// <summary>Whether guards read it: all but what is a quote for certain.</summary>
    public required bool IsReadByGuards { get; init; }
}

/// <summary>What a part of a message that rules do not read is taken for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LeftOutKind>))]
public enum LeftOutKind
{
    /// <summary>What another has written before.</summary>
    Quote = 0,

    /// <summary>A signature, or the line of a device or mail program such as "Sent from my iPhone".</summary>
    Signature,

    /// <summary>What a firm puts below each of its mails, or above each from outside.</summary>
    Disclaimer,

    /// <summary>What of HTML no browser shows, though its writer may have meant it to be seen.</summary>
    Hidden,
}

/// <summary>By what a part of a message is known as not the writer's own words.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LeftOutReason>))]
public enum LeftOutReason
{
    /// <summary>The header of a mail: From, Sent, To, Subject.</summary>
    HeaderBlock = 0,

    /// <summary>"On Monday, January 5, 2026 at 3 PM, somebody wrote:".</summary>
    Introduction,

    /// <summary>"-----Original Message-----".</summary>
    OriginalMessageLine,

    /// <summary>Lines that begin with <c>&gt;</c>.</summary>
    QuoteMarks,

    /// <summary>"Please type your reply above this line".</summary>
    ReplyAboveLine,

    /// <summary>A line <c>--</c> with a few short lines below it to the end.</summary>
    SignatureDelimiter,

    /// <summary>"Sent from my iPhone", "Get Outlook for Android".</summary>
    DeviceLine,

    /// <summary>How disclaimers begin, and what they say.</summary>
    Disclaimer,

    /// <summary>The HTML of a mail program marks it as a quote.</summary>
    Markup,

    /// <summary>"Your request (123) has been updated."</summary>
    HelpDeskNotice,

    /// <summary>A comment, a tag, a style sheet or a hidden element of HTML that never ends.</summary>
    UnendedMarkup,
}
