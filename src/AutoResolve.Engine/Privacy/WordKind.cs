namespace AutoResolve.Privacy;

/// <summary>What a known word says: what the number behind it is, that a name stands beside it, or that it is a sign.</summary>
internal enum WordKind
{
    None,
    SocialSecurity,
    LastFour,
    Birth,
    Phone,
    Account,
    Address,

    /// <summary>What is no personal data by itself, and needed to help: tickets, claims, errors, versions. It is the last that says
    /// something of numbers.</summary>
    Harmless,

    /// <summary>The sign in an address of mail, as a word.</summary>
    At,

    // The words behind these may be a name.
    Introduction,
    Speaker,
    Closing,
    Title,
    Person,
    User,
    UserName,

    // The words before these may be one.
    SpokenBehind,
    ClaimedBehind,
    PersonBehind,
}
