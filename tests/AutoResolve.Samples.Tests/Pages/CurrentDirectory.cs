namespace AutoResolve.Samples.Tests.Pages;

/// <summary>Tests that change the current directory, which belongs to the whole process, so they run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class CurrentDirectory
{
    public const string Name = "Current directory";
}
