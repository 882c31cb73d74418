namespace AutoResolve.RabbitMQ;

/// <summary>The broker cannot be used as it is, or is not reached; the message says why and what to do.</summary>
public sealed class RabbitMqException : Exception
{
    internal RabbitMqException(string message, bool isSetting, Exception? inner = null)
        : base(message, inner) => IsSetting = isSetting;

    /// <summary>Whether it stays so until somebody changes a setting, here or at the broker, however often it is tried.</summary>
    public bool IsSetting { get; }
}
