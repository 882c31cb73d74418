using System.Runtime.InteropServices;

namespace AutoResolve.Crash.Driving;

/// <summary>Signals to processes.</summary>
internal static class Signals
{
    private const int SigCont = 18;
    private const int SigStop = 19;

    /// <summary>Stops a process where it stands.</summary>
    public static void Stop(int process) => Send(process, SigStop);

    public static void Continue(int process) => Send(process, SigCont);

    private static void Send(int process, int signal)
    {
        if (!OperatingSystem.IsLinux())
            throw new PlatformNotSupportedException("Hosts are stopped and continued on Linux.");
        if (Kill(process, signal) != 0)
            throw new InvalidOperationException($"The process {process} takes no signal.");
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
