namespace DynamoGen.Local;

/// <summary>npm, or the script that runs after it, did not succeed; the message carries its output.</summary>
public sealed class NpmRestoreException : DynamoDbLocalException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="command">The command that failed, such as <c>npm ci</c>.</param>
    /// <param name="exitCode">Its exit code.</param>
    /// <param name="output">The last lines it wrote.</param>
    public NpmRestoreException(string command, int exitCode, string output)
        : base($"'{command}' ended with exit code {exitCode}. Its last output:\n{output}")
    {
        ExitCode = exitCode;
        Output = output;
    }

    /// <summary>The exit code of the command that failed.</summary>
    public int ExitCode { get; }

    /// <summary>The last lines the command wrote.</summary>
    public string Output { get; }
}
