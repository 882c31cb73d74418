namespace AutoResolve.Cli.Journaling;

/// <summary>What became of replaying a decision.</summary>
internal enum ReplayResult
{
    Same,

    /// <summary>It differs, and nothing explains it.</summary>
    Different,

    /// <summary>It differs; personal data was masked in the issue, which may be why.</summary>
    Masked,

    /// <summary>It differs, since the rules alone did not decide it: a person had the case, a deadline passed, and the like.</summary>
    BesideRules,

    /// <summary>The rules of then are not in the journal.</summary>
    NotKept,

    /// <summary>No rulebook made it, so there is nothing to replay.</summary>
    WithoutRules,

    Unreadable,
}
