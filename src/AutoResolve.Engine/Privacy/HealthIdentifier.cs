namespace AutoResolve.Privacy;

/// <summary>An integration control number: ten digits, V, six digits.</summary>
internal sealed class HealthIdentifier : INumberShape
{
    public NumberMatch Match(NumberText text, int run, ContextKind context) =>
        text.HasShape(run, [10, 6], "vV ", 3) && text.Between(run).ContainsAny('v', 'V')
            ? new NumberMatch(2, Placeholder.Other)
            : NumberMatch.None;
}
