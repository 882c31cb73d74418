using System.Reflection;
using System.Runtime.ExceptionServices;

namespace AutoResolve.Crash.Hosting;

/// <summary>Has each call of a processor be a delivery by itself.</summary>
internal class EachDelivery : DispatchProxy
{
    private IIssueProcessor _inner = null!;
    private HeldCases _held = null!;

    public static IIssueProcessor Of(IIssueProcessor inner, HeldCases held)
    {
        var processor = Create<IIssueProcessor, EachDelivery>();
        var each = (EachDelivery)processor;
        (each._inner, each._held) = (inner, held);
        return processor;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        _held.Begin();
        try
        {
            return targetMethod!.Invoke(_inner, args);
        }
        catch (TargetInvocationException exception)
        {
            ExceptionDispatchInfo.Throw(exception.InnerException!);
            throw;
        }
    }
}
