namespace AutoResolve.Rules.Model;

/// <summary>What kind of cause a problem has.</summary>
internal enum CauseKind
{
    Unknown = 0,
    UserSide,
    KnownDefect,
    Provisioning,
    Outage,
    Information,
}
