namespace AutoResolve.PlugIns;

/// <summary>The host's services are gone, so that no plug-in can be made any more: what was to be done is for another host.</summary>
internal sealed class HostEndedException() : ObjectDisposedException(nameof(IServiceProvider), "The host has ended.");
