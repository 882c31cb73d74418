namespace AutoResolve.Sources;

/// <summary>Which files count as rule files, for loading, watching, comparing revisions and keeping.</summary>
internal static class RulePaths
{
    private const string Extension = ".json";
    private const string Schema = "autoresolve.schema.json";

    // What editors and systems make of the ending, and other ways of writing the same.
    private static readonly string[] Lookalikes = [".jsonc", ".json5", ".json.txt", ".jason", ".yaml", ".yml"];

    private static readonly string[] FoldersWithoutRules = ["samples", "docs"];

    public static bool IsRuleFile(string path) =>
        path.Split('/') is [.. var folders, var name]
        && !path.Contains('\\')
        && Array.TrueForAll(folders, HasRules)
        && IsRuleFileName(name);

    /// <summary>Whether rule files may stand in a folder of that name.</summary>
    public static bool HasRules(string folder) => IsVisible(folder) && !FoldersWithoutRules.Contains(folder);

    public static bool IsRuleFileName(string name) =>
        IsVisible(name) && name != Schema && name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a change at a path may change rules. Of a folder that was moved or deleted only its own path is told.</summary>
    public static bool MayMatter(string path)
    {
        // Kubernetes shows a changed volume by exchanging the link '..data', to whose files those of the volume lead.
        if (path == "..data")
            return true;
        var parts = path.Split('/', '\\');
        return parts[..^1].All(HasRules)
            && (IsRuleFileName(parts[^1]) || (HasRules(parts[^1]) && Path.GetExtension(parts[^1]).Length == 0));
    }

    /// <summary>Whether a path is that of such a file where rule files may stand; see <see cref="LooksLikeRuleFile"/>.</summary>
    public static bool IsLookalike(string path) =>
        path.Split('/') is [.. var folders, var name] && Array.TrueForAll(folders, HasRules) && LooksLikeRuleFile(name);

    /// <summary>Whether somebody may think that a file is a rule file which is none, by its name.</summary>
    public static bool LooksLikeRuleFile(string name) =>
        IsVisible(name)
        && !IsRuleFileName(name)
        && name != Schema
        && Array.Exists(Lookalikes, end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    // Editors and systems keep files of their own beside those that they edit, and hide them so.
    private static bool IsVisible(string name) => name.Length > 0 && name[0] != '.';
}
