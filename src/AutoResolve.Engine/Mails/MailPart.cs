namespace AutoResolve.Mails;

/// <summary>A part of a message, in UTF-16 positions.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Reason">By what it was known; null for what rules read.</param>
internal readonly record struct MailPart(int Start, int Length, MailPartKind Kind, LeftOutReason? Reason)
{
    public int End => Start + Length;

    /// <summary>Whether all rules read it.</summary>
    public bool IsForRules => Kind is MailPartKind.OwnWords or MailPartKind.Forward;

    /// <summary>Whether guards read it.</summary>
    public bool IsForGuards => Kind is not MailPartKind.Quote;

    /// <summary>What an explanation calls it.</summary>
    public LeftOutKind LeftOutAs =>
        Kind switch
        {
            MailPartKind.Signature => LeftOutKind.Signature,
            MailPartKind.Disclaimer => LeftOutKind.Disclaimer,
            _ => LeftOutKind.Quote,
        };
}

/// <summary>What a part of a message is.</summary>
internal enum MailPartKind
{
    /// <summary>What the writer says.</summary>
    OwnWords = 0,

    /// <summary>What the writer passes on, which is what the message is about.</summary>
    Forward,

    /// <summary>What another has written before, for certain.</summary>
    Quote,

    /// <summary>What looks like a quote, but the writer may have written some of it.</summary>
    UnsureQuote,

    /// <summary>A signature, or the line of a device or mail program.</summary>
    Signature,

    /// <summary>What a firm puts below or above each of its mails.</summary>
    Disclaimer,
}

/// <summary>What a line of a message is of.</summary>
internal readonly record struct LineKind(MailPartKind Kind, LeftOutReason? Reason);
