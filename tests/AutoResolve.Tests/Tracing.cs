namespace AutoResolve.Tests;

/// <summary>
/// Tests that listen to activities, and the one whose requests would carry them: what listens, listens to the whole process.
/// </summary>
[CollectionDefinition(Name)]
public sealed class Tracing
{
    public const string Name = "Tracing";
}
