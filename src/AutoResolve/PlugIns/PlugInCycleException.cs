namespace AutoResolve.PlugIns;

/// <summary>A plug-in uses, while it is made, what needs all plug-ins.</summary>
internal sealed class PlugInCycleException(Type plugIn, string asked)
    : InvalidOperationException(
        $"{plugIn} uses {asked} while it is made, which are there only once it is. It may keep the service, and use it when it is called."
    );
