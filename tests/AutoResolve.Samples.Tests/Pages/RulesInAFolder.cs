namespace AutoResolve.Samples.Tests.Pages;

/// <summary>An application's folder with <c>rules</c> in it, as the samples name it, and the current one until it is disposed of.</summary>
internal sealed class RulesInAFolder : IDisposable
{
    private readonly string _before = Directory.GetCurrentDirectory();
    private readonly string _root = Directory.CreateTempSubdirectory("page-").FullName;

    /// <param name="rule">One rule.</param>
    /// <param name="more">Further keys of its set, each with a comma behind it.</param>
    public RulesInAFolder(string rule, string more = "")
    {
        Directory.CreateDirectory(Path.Combine(_root, "rules"));
        File.WriteAllText(
            Path.Combine(_root, "rules", "one.json"),
            $$"""{ "set": "one", "title": "Set one", "owner": "support", {{more}} "rules": [{{rule}}] }"""
        );
        Directory.SetCurrentDirectory(_root);
    }

    public void Dispose()
    {
        Directory.SetCurrentDirectory(_before);
        Directory.Delete(_root, recursive: true);
    }
}
