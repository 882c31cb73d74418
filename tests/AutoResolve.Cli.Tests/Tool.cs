using System.Globalization;
using CliWrap;
using CliWrap.Buffered;

namespace AutoResolve.Cli.Tests;

/// <summary>Runs the built tool as a process.</summary>
internal static class Tool
{
    public static readonly string Fixtures = Path.Combine(AppContext.BaseDirectory, "Fixtures");

    private static readonly string ToolPath = Path.Combine(AppContext.BaseDirectory, "AutoResolve.Cli.dll");

    /// <summary>Runs in the fixtures' folder.</summary>
    public static Task<BufferedCommandResult> RunAsync(params string[] arguments) => RunInAsync(Fixtures, "", arguments);

    public static async Task<BufferedCommandResult> RunInAsync(string folder, string input, params string[] arguments) =>
        await Command(folder, arguments).WithStandardInputPipe(PipeSource.FromString(input)).ExecuteBufferedAsync();

    /// <summary>Does what Ctrl-C does.</summary>
    public static async Task InterruptAsync(int process) =>
        await CliWrap.Cli.Wrap("kill").WithArguments(["-INT", process.ToString(CultureInfo.InvariantCulture)]).ExecuteAsync();

    public static Command Command(string folder, params string[] arguments) =>
        CliWrap
            .Cli.Wrap("dotnet")
            .WithArguments(["exec", ToolPath, .. arguments])
            .WithWorkingDirectory(folder)
            .WithEnvironmentVariables(variables => variables.Set("NO_COLOR", null).Set("LC_ALL", "C.UTF-8"))
            .WithValidation(CommandResultValidation.None);
}
