namespace AutoResolve.Tests.Actions;

internal enum SwitchStepKind
{
    Stop,
    Resume,

    /// <summary>A resume, and a stop that is told while it is being written and comes before it in the journal.</summary>
    StopDuringResume,
    Refresh,

    /// <summary>A refresh that has seen the journal and not yet told the host of it.</summary>
    BeginRefresh,
    EndRefresh,
    Recover,
    NewHost,
    CannotWrite,

    /// <summary>The journal writes, and says that it could not.</summary>
    LosesAnswers,
    CanWrite,
    CannotRead,
    CanRead,
}
