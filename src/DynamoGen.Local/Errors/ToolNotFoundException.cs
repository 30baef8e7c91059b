namespace DynamoGen.Local;

/// <summary>A program that is needed is not on the <c>PATH</c>; the message says what to install.</summary>
public sealed class ToolNotFoundException : DynamoDbLocalException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="tool">The program's name, such as <c>npm</c>.</param>
    /// <param name="remedy">What to install or do, as a sentence.</param>
    public ToolNotFoundException(string tool, string remedy)
        : base($"'{tool}' is not on the PATH. {remedy}")
    {
        Tool = tool;
    }

    /// <summary>The program's name, such as <c>npm</c>.</summary>
    public string Tool { get; }
}
