namespace AutoResolve.Tests.PlugIns;

/// <summary>What no host has.</summary>
internal interface INeeded;
