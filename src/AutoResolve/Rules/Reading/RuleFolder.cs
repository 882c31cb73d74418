namespace AutoResolve.Rules.Reading;

/// <summary>Finds and reads the rule files of a folder, in ordinal order of their paths.</summary>
internal static class RuleFolder
{
    public static IReadOnlyList<RuleFile> Read(string folder, long maxFileBytes, ICollection<Diagnostic> diagnostics) => throw new NotImplementedException();
}
