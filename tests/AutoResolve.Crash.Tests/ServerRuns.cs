namespace AutoResolve.Crash.Tests;

/// <summary>Runs that start servers, one after the other: which server is used is said by the environment of the whole process.</summary>
[CollectionDefinition(Name)]
public sealed class ServerRuns
{
    public const string Name = "Servers";
}
