namespace AutoResolve.Facts;

/// <summary>A provider of facts that the host has added.</summary>
internal sealed record FactProviderRegistration(Type Provider);
