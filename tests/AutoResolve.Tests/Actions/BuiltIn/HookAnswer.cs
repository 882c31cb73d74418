using System.Net.Sockets;

namespace AutoResolve.Tests.Actions.BuiltIn;

/// <summary>What a server does with a connection once it has read the request; it then closes it.</summary>
internal delegate Task HookAnswer(NetworkStream raw, Stream stream, CancellationToken end);
