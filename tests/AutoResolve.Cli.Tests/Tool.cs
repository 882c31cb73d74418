using System.Globalization;
using System.Text;
using AutoResolve.Cli.Commands;
using AutoResolve.Cli.Running;
using CliWrap;
using CliWrap.Buffered;

namespace AutoResolve.Cli.Tests;

/// <summary>
/// Runs the tool: in this process, where it is warm, one call at a time, for the current folder belongs to the whole process; or as a
/// process of its own.
/// </summary>
internal static class Tool
{
    public static readonly string Fixtures = Path.Combine(AppContext.BaseDirectory, "Fixtures");

    private static readonly SemaphoreSlim Turn = new(1);

    public static readonly string ToolPath = Path.Combine(AppContext.BaseDirectory, "AutoResolve.Cli.dll");

    /// <summary>Runs in the fixtures' folder.</summary>
    public static Task<BufferedCommandResult> RunAsync(params string[] arguments) => RunInAsync(Fixtures, "", arguments);

    public static async Task<BufferedCommandResult> RunInAsync(string folder, string input, params string[] arguments)
    {
        await Turn.WaitAsync();
        var current = Directory.GetCurrentDirectory();
        var culture = CultureInfo.CurrentCulture;
        try
        {
            Directory.SetCurrentDirectory(folder);
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            using var output = new StringWriter { NewLine = "\n" };
            using var error = new StringWriter { NewLine = "\n" };
            using var terminal = new Terminal(output, error, () => new MemoryStream(Encoding.UTF8.GetBytes(input)));
            var exitCode = await CommandRunner.RunAsync(arguments, CommandTree.Create(terminal), terminal);
            return new BufferedCommandResult(exitCode, default, default, $"{output}", $"{error}");
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
            Directory.SetCurrentDirectory(current);
            Turn.Release();
        }
    }

    /// <summary>Does what Ctrl-C does.</summary>
    public static async Task InterruptAsync(int process) =>
        await CliWrap.Cli.Wrap("kill").WithArguments(["-INT", process.ToString(CultureInfo.InvariantCulture)]).ExecuteAsync();

    /// <summary>As a process of its own.</summary>
    public static Command Command(string folder, params string[] arguments) =>
        CliWrap
            .Cli.Wrap("dotnet")
            .WithArguments(["exec", ToolPath, .. arguments])
            .WithWorkingDirectory(folder)
            .WithEnvironmentVariables(variables => variables.Set("NO_COLOR", null).Set("LC_ALL", "C.UTF-8"))
            .WithValidation(CommandResultValidation.None);
}
