namespace AutoResolve.Intake.Records;

/// <summary>Bytes are no text in the encoding that was taken.</summary>
/// <param name="Line">The line, from 1; 0 where it is no text at all.</param>
/// <param name="Message">What they look like and what to do.</param>
internal sealed record NotText(int Line, string Message);
