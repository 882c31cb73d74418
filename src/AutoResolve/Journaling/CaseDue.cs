namespace AutoResolve.Journaling;

/// <summary>What a case is taken up again for.</summary>
internal static class CaseDue
{
    /// <summary>Turns wait for a case that is not known.</summary>
    public const string Case = "case";

    /// <summary>Turns that waited for their case are to be decided.</summary>
    public const string Turns = "turns";

    /// <summary>The time has passed in which the customer could answer what was asked.</summary>
    public const string Answer = "answer";

    /// <summary>The time has passed in which an action could be approved.</summary>
    public const string Approval = "approval";
}
