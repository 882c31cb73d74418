using AutoResolve;

namespace HelpDesk.Approvals;

/// <summary>An action that waits for a person.</summary>
/// <param name="Key">The key by which it is approved.</param>
/// <param name="Handler">What would be done.</param>
/// <param name="Parameters">With what.</param>
/// <param name="Rule">The rule that asks for it; null where it is not known.</param>
/// <param name="Issue">The case as it was delivered.</param>
public sealed record WaitingApproval(
    string Key,
    string Handler,
    IReadOnlyDictionary<string, object?> Parameters,
    RuleReference? Rule,
    Issue Issue
);
