namespace DynamoGen.Local;

/// <summary>DynamoDB Local was found, but it ended early or did not answer in time.</summary>
public sealed class DynamoDbLocalStartException : DynamoDbLocalException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="output">The last lines the server wrote to its standard output and error.</param>
    public DynamoDbLocalStartException(string message, string output)
        : base(output.Length == 0 ? $"{message} It wrote nothing." : $"{message} Its last output:\n{output}")
    {
        Output = output;
    }

    /// <summary>The last lines the server wrote to its standard output and error.</summary>
    public string Output { get; }
}
