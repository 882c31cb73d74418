namespace AutoResolve.Benchmarks.Conditions;

/// <summary>Fields of an issue, as lambda expressions can read them. An absent one is empty.</summary>
public static class IssueFieldValues
{
    public static string Of(Issue issue, string name) => issue.Fields.TryGetValue(name, out var value) ? value : "";
}
