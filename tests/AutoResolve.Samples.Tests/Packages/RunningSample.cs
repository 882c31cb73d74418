using System.Diagnostics;
using System.Net;
using System.Text;

namespace AutoResolve.Samples.Tests.Packages;

/// <summary>The sample as a process, built from the packages, with a port and a journal of its own.</summary>
internal sealed class RunningSample : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly Process _process;
    private readonly StringBuilder _output;

    private RunningSample(Process process, StringBuilder output, string address)
    {
        (_process, _output) = (process, output);
        Client = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(address) };
    }

    public HttpClient Client { get; }

    public static async Task<RunningSample> StartAsync(PackedPackages packed, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(packed.Sample, "bin/Debug/net10.0/HelpDesk.dll")])
        {
            WorkingDirectory = packed.Sample,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Urls"] = "http://127.0.0.1:0";
        start.Environment["Inbox__Secrets__0"] = Convert.ToBase64String(RunningDesk.Secret);
        start.Environment["Journal"] = Path.Combine(packed.NewFolder(), "journal.db");
        foreach (var (name, value) in settings)
            start.Environment[name] = value;

        var output = new StringBuilder();
        var address = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        void Read(string? line)
        {
            lock (output)
                output.AppendLine(line);
            if (line?.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var place)
                address.TrySetResult(line[(place + Listening.Length)..].Trim());
        }
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.Exited += (_, _) => address.TrySetException(new InvalidOperationException($"The sample has ended:\n{output}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new RunningSample(process, output, await address.Task);
    }

    /// <summary>All that it has printed.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    public async Task<(HttpStatusCode Status, string Body)> PostAsync(string path, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await Client.PostAsync(new Uri(path, UriKind.Relative), content);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
