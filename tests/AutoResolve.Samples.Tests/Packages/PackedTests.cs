namespace AutoResolve.Samples.Tests.Packages;

/// <summary>Tests of what is published. They share one packing.</summary>
[CollectionDefinition(Name)]
public sealed class PackedTests : ICollectionFixture<PackedPackages>
{
    public const string Name = "Packages";
}
