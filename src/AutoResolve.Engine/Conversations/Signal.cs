namespace AutoResolve.Conversations;

/// <summary>What a turn may say beside its matter.</summary>
internal enum Signal
{
    /// <summary>It works now.</summary>
    Solved,

    /// <summary>Never mind.</summary>
    Withdrawn,

    /// <summary>It still does not work.</summary>
    Unsolved,

    /// <summary>A person, please.</summary>
    WantsPerson,

    /// <summary>Thanks; I will try that tonight.</summary>
    Waiting,

    /// <summary>No, I meant something else.</summary>
    Correction,
}
