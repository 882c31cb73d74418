namespace AutoResolve.Privacy;

/// <summary>What a word before a number says about it.</summary>
internal enum ContextKind
{
    None,
    SocialSecurity,
    LastFour,
    Birth,
    Phone,
    Account,
    Address,

    /// <summary>What is no personal data by itself, and needed to help: tickets, claims, errors, versions.</summary>
    Harmless,
}
