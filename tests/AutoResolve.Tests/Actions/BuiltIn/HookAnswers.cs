using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace AutoResolve.Tests.Actions.BuiltIn;

/// <summary>Answers, and what servers do instead of answering.</summary>
internal static class HookAnswers
{
    public static readonly HookAnswer Garbage = Text("220 smtp.example.org ESMTP\r\nwhat do you want?\r\n\r\n");
    public static readonly HookAnswer Nothing = Text("");
    public static readonly HookAnswer HalfAHeader = Text("HTTP/1.1 200 OK\r\nContent-Le");
    public static readonly HookAnswer HalfABody = Text("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{");
    public static readonly HookAnswer BadChunk = Text("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nnot hexadecimal\r\n");
    public static readonly HookAnswer SlowHeaders = Hanging("HTTP/1.1 200 OK\r\nX-Slow: ");
    public static readonly HookAnswer SlowBody = Hanging("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{");
    public static readonly HookAnswer Silence = Hanging("");
    public static readonly HookAnswer EndlessHeaders = Endless("HTTP/1.1 200 OK\r\n", $"X-More: {new string('x', 1000)}\r\n");
    public static readonly HookAnswer EndlessChunks = Endless(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
        $"3e8\r\n{new string('x', 1000)}\r\n"
    );
    public static readonly HookAnswer EndlessBody = Endless("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", new string('x', 1000));

    public static HookAnswer Status(int status, string headers = "", int length = 0) =>
        Text(
            string.Create(
                CultureInfo.InvariantCulture,
                $"HTTP/1.1 {status} "
                    + $"Whatever\r\n{(status == 204 ? "" : $"Content-Length: {length}\r\n")}Connection: "
                    + $"close\r\n{headers}\r\n{new string('x', length)}"
            )
        );

    /// <summary>Half an answer, then a reset instead of an end.</summary>
    public static async Task Reset(NetworkStream raw, Stream stream, CancellationToken end)
    {
        await HalfABody(raw, stream, end);
        raw.Socket.LingerState = new LingerOption(true, 0);
        raw.Socket.Close();
    }

    private static HookAnswer Text(string text) => async (_, stream, end) => await stream.WriteAsync(Encoding.ASCII.GetBytes(text), end);

    private static HookAnswer Hanging(string text) =>
        async (_, stream, end) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(text), end);
            await UntilGoneAsync(stream, end);
        };

    // Ends when the other side has gone.
    private static HookAnswer Endless(string first, string again) =>
        async (_, stream, end) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(first), end);
            while (true)
                await stream.WriteAsync(Encoding.ASCII.GetBytes(again), end);
        };

    private static async Task UntilGoneAsync(Stream stream, CancellationToken end)
    {
        while (await stream.ReadAsync(new byte[16], end) > 0) { }
    }
}
