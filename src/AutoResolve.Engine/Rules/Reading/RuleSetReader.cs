using AutoResolve.Rules.Reading.Tables;

namespace AutoResolve.Rules.Reading;

/// <summary>Reads one rule file: JSON and shape (AR1xxx). Reports every problem it can see and returns what is sound.</summary>
internal static class RuleSetReader
{
    /// <param name="file">The file.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    /// <param name="tables">How large the tables of all files have become; of this one alone where it is null.</param>
    /// <returns>The set, with stand-ins for its broken parts; null where the file is not JSON, holds no object, or is of another
    /// engine.</returns>
    public static RuleSet? Read(RuleFile file, ICollection<Diagnostic> diagnostics, TotalTableSize? tables = null)
    {
        if (RuleFileParser.Parse(file, diagnostics) is not { } tree)
            return null;
        if (WorkflowFile.Find(tree.Root) is { } workflow)
        {
            diagnostics.Add(workflow);
            return null;
        }

        var context = new ReadingContext(diagnostics, tables);
        DuplicateKeys.Check(tree.Root, context.Problems);
        return new SetReader(context).Read(tree.Root);
    }
}
