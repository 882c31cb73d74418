namespace AutoResolve.Insights.Costs;

/// <summary>What an operation costs for one issue, in time of the processor.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Microseconds">Once everything is warm, in the round that other work disturbed least.</param>
/// <param name="Bytes">What is allocated for it then.</param>
/// <param name="FirstMicroseconds">The first call of the process; operations before it in <see cref="CostOperation"/> had theirs.</param>
/// <param name="FirstCalls">How many of the first calls were taken together: 1,000, or fewer where they take long.</param>
/// <param name="FirstCallsMicroseconds">An issue of the first calls, in the mean.</param>
/// <param name="FirstCallsBytes">What is allocated for one of them, in the mean.</param>
public sealed record OperationCost(
    CostOperation Operation,
    double Microseconds,
    double Bytes,
    double FirstMicroseconds,
    int FirstCalls,
    double FirstCallsMicroseconds,
    double FirstCallsBytes
);
