namespace AutoResolve.Cli.Running;

/// <summary>What the process returns.</summary>
internal static class ExitCodes
{
    public const int Ok = 0;

    /// <summary>The work was done and something was found: errors in rules, failing tests, bad input lines.</summary>
    public const int Findings = 1;

    /// <summary>The command line does not make sense.</summary>
    public const int Usage = 2;

    /// <summary>A folder is missing, a file cannot be read or written.</summary>
    public const int Environment = 3;

    /// <summary>Ctrl-C; the number that shells use.</summary>
    public const int Interrupted = 130;
}
