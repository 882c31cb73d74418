using AutoResolve.Journaling;

namespace AutoResolve.Reading;

/// <summary>What a case waits for, by its row.</summary>
internal static class Stages
{
    public static CaseStage Of(CaseRecord record) =>
        record switch
        {
            { DueFor: CaseDue.Approval } => CaseStage.Approval,
            { Owner: CaseOwner.Automation, DueFor: CaseDue.Case or CaseDue.Turns } => CaseStage.Turns,
            { Owner: CaseOwner.Automation } => CaseStage.UnderWay,
            { Owner: CaseOwner.Customer } => CaseStage.Customer,
            { Owner: CaseOwner.Team } => CaseStage.Team,
            _ => CaseStage.Closed,
        };
}
