using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace AutoResolve.Sources;

/// <summary>Runs git in a folder.</summary>
internal static class Git
{
    /// <exception cref="GitException">It failed, or is not installed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled, and git ended.</exception>
    public static string Run(string folder, CancellationToken cancellationToken, params string[] arguments) =>
        TryRun(folder, out var output, cancellationToken, arguments)
            ? output
            : throw new GitException($"'git {string.Join(' ', arguments)}' failed in '{folder}'.");

    /// <returns>False where git says that it failed.</returns>
    /// <exception cref="GitException">It is not installed, or there is no such folder.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled, and git ended.</exception>
    public static bool TryRun(string folder, out string output, CancellationToken cancellationToken, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        using var ending = cancellationToken.UnsafeRegister(_ => End(process), null);
        process.StandardInput.Close();
        output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        cancellationToken.ThrowIfCancellationRequested();
        return process.ExitCode == 0;
    }

    /// <summary>Ends it whatever it does, with those that it has started.</summary>
    public static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ends by itself.
        }
    }

    /// <exception cref="GitException">It is not installed, or there is no such folder.</exception>
    public static Process Start(string folder, params string[] arguments)
    {
        try
        {
            var process = Process.Start(
                new ProcessStartInfo("git", arguments)
                {
                    WorkingDirectory = folder,
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                    StandardOutputEncoding = Encoding.UTF8,
                    StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
                }
            )!;

            // A full pipe of errors would keep it from ending.
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            return process;
        }
        catch (Win32Exception exception)
        {
            throw new GitException(
                Directory.Exists(folder)
                    ? $"A revision needs git, which cannot be run: {exception.Message}"
                    : $"There is no folder '{folder}'."
            );
        }
    }
}
