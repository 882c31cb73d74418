namespace AutoResolve.Rules.Reading;

/// <summary>Reads one rule file: JSON and shape (AR1xxx). Reports every problem it can see and returns what is sound.</summary>
internal static class RuleSetReader
{
    /// <returns>The set, with stand-ins for its broken parts; null where the file is not JSON, holds no object, or is of another engine.</returns>
    public static RuleSet? Read(RuleFile file, ICollection<Diagnostic> diagnostics)
    {
        if (RuleFileParser.Parse(file, diagnostics) is not { } tree)
            return null;
        if (WorkflowFile.Find(tree.Root) is { } workflow)
        {
            diagnostics.Add(workflow);
            return null;
        }

        var context = new ReadingContext(diagnostics);
        DuplicateKeys.Check(tree.Root, context.Problems);
        return new SetReader(context).Read(tree.Root);
    }
}
