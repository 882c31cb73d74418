namespace AutoResolve.Actions;

/// <summary>Another host has taken the case up, so nothing more may be written about it here.</summary>
internal sealed class CaseLostException() : Exception("Another host has taken the case up.");
