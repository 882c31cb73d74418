namespace AutoResolve.Insights.Figures;

/// <summary>What became of a case: exactly one of these. In the order in which reports show them.</summary>
internal enum CaseResult
{
    /// <summary>A rule answered, and the days of grace since then were quiet.</summary>
    AnsweredHeld,

    /// <summary>Rules carried something out, and the days of grace since then were quiet.</summary>
    FixedHeld,

    /// <summary>A rule answered, and that did not end it.</summary>
    AnsweredReopened,

    /// <summary>Rules carried something out, and that did not end it.</summary>
    FixedReopened,

    /// <summary>It was asked, and then a person or team got it.</summary>
    TeamAfterQuestions,

    /// <summary>A team got it, and nothing was asked.</summary>
    Routed,

    /// <summary>A person got it, and nothing was asked.</summary>
    Escalated,

    /// <summary>The customer took it back, or said that it was solved where no rule had answered it.</summary>
    ClosedByCustomer,

    /// <summary>Nothing was to be done, or it became part of another case.</summary>
    Ignored,

    /// <summary>A rule answered, and the days of grace are not over.</summary>
    AnsweredOpen,

    /// <summary>Rules carried something out, and the days of grace are not over.</summary>
    FixedOpen,

    /// <summary>It was asked, and neither an answer came nor has its time passed.</summary>
    WaitingForCustomer,

    /// <summary>Begun, and not finished: under way, or it waits for an approval.</summary>
    Open,
}
